import { AppShell, Burger, Group } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link, Outlet, useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { CommandPalette } from "@/app/command-palette";
import { HelpSheet } from "@/app/help-sheet";
import { LiveIndicator } from "@/app/live-indicator";
import { Navigation } from "@/app/navigation";
import { NewTicketButton } from "@/app/new-ticket-button";
import { PaletteButton } from "@/app/palette-button";
import classes from "@/app/shell.module.css";
import { ThemeToggle } from "@/app/theme-toggle";
import { useDrawer } from "@/app/use-drawer";
import { useLive } from "@/app/use-live";
import { useShortcuts } from "@/app/use-shortcuts";
import { UserMenu } from "@/app/user-menu";
import { NotificationBell } from "@/features/notifications/notification-bell";
import { Logo } from "@/shared/ui/logo";

export function Shell() {
  const nav = useDrawer();
  const isPhone = useMediaQuery("(max-width: 47.99em)");
  const [dialog, setDialog] = useState<"help" | "palette" | null>(null);
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  useLive();
  const close = () => setDialog(null);
  const showHelp = () => setDialog("help");
  const togglePalette = () => setDialog(dialog === "palette" ? null : "palette");
  useShortcuts({ onHelp: showHelp, onPalette: togglePalette });

  // A row that was followed is gone with its list, and the keyboard's place with it.
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        const isLost = document.activeElement === document.body;
        if (fromLocation && pathChanged && isLost) main.current?.focus({ preventScroll: true });
      }),
    [router],
  );

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 224, breakpoint: "sm", collapsed: { mobile: !nav.isOpen } }}
      padding={{ base: "sm", sm: "lg" }}
      transitionDuration={150}
    >
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="sm" wrap="nowrap">
            <Burger
              ref={nav.button}
              opened={nav.isOpen}
              onClick={nav.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={nav.isOpen ? "Close the menu" : "Open the menu"}
              aria-expanded={nav.isOpen}
              aria-controls="navigation"
            />
            <Link to="/tickets" className={classes.brand} aria-label="Seaversity, my tickets">
              <Logo />
              <span className={classes.name}>Seaversity</span>
            </Link>
          </Group>
          <PaletteButton onOpen={togglePalette} />
          <Group gap={6} wrap="nowrap">
            <LiveIndicator />
            <NewTicketButton />
            <NotificationBell />
            <ThemeToggle />
            <UserMenu onHelp={showHelp} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        id="navigation"
        className={classes.navbar}
        data-open={nav.isOpen || undefined}
        aria-label="Main"
      >
        <Navigation onHelp={showHelp} onChoose={nav.close} />
      </AppShell.Navbar>
      <AppShell.Main
        id="main"
        ref={main}
        tabIndex={-1}
        className={classes.main}
        // A phone's drawer covers the page.
        inert={nav.isOpen && isPhone}
      >
        <Outlet />
      </AppShell.Main>
      <HelpSheet isOpen={dialog === "help"} onClose={close} />
      {dialog === "palette" ? <CommandPalette onClose={close} onHelp={showHelp} /> : null}
    </AppShell>
  );
}
