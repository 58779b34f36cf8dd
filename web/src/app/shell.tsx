import { AppShell, Burger, Group } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link, Outlet, useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { HelpSheet } from "@/app/help-sheet";
import { LiveIndicator } from "@/app/live-indicator";
import { Navigation } from "@/app/navigation";
import { NewTicketButton } from "@/app/new-ticket-button";
import { PaletteButton } from "@/app/palette-button";
import classes from "@/app/shell.module.css";
import { ThemeToggle } from "@/app/theme-toggle";
import { useBrowserPush } from "@/app/use-browser-push";
import { useDrawer } from "@/app/use-drawer";
import { useLive } from "@/app/use-live";
import { useShortcuts } from "@/app/use-shortcuts";
import { useTheme } from "@/app/use-theme";
import { UserMenu } from "@/app/user-menu";
import { NotificationBell } from "@/features/notifications/notification-bell";
import { useReadWhenSeen } from "@/features/notifications/use-read-when-seen";
import { Logo } from "@/shared/ui/logo";

// It comes after the page, before anybody asks for it.
const loadPalette = () => import("@/app/command-palette");
const CommandPalette = lazy(async () => ({ default: (await loadPalette()).CommandPalette }));
const PALETTE_MS = 1_500;

export function Shell() {
  const nav = useDrawer();
  const isPhone = useMediaQuery("(max-width: 47.99em)", false, {
    getInitialValueInEffect: false,
  });
  const [dialog, setDialog] = useState<"help" | "palette" | null>(null);
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  useLive();
  useReadWhenSeen();
  useBrowserPush();
  useTheme();
  const close = () => setDialog(null);
  const showHelp = () => setDialog("help");
  const togglePalette = () => setDialog(dialog === "palette" ? null : "palette");
  useShortcuts({ onHelp: showHelp, onPalette: togglePalette, isPaused: dialog !== null });

  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), PALETTE_MS);
    return () => clearTimeout(timer);
  }, []);

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
            <Link to="/" className={classes.brand} aria-label="Seaversity, home">
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
        <Navigation isShown={!isPhone || nav.isOpen} onHelp={showHelp} onChoose={nav.close} />
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
      {dialog === "palette" ? (
        <Suspense>
          <CommandPalette onClose={close} onHelp={showHelp} />
        </Suspense>
      ) : null}
    </AppShell>
  );
}
