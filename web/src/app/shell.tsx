import { AppShell, Burger, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { HelpSheet } from "@/app/help-sheet";
import { LiveIndicator } from "@/app/live-indicator";
import { Navigation } from "@/app/navigation";
import { NewTicketButton } from "@/app/new-ticket-button";
import classes from "@/app/shell.module.css";
import { ThemeToggle } from "@/app/theme-toggle";
import { useLive } from "@/app/use-live";
import { useShortcuts } from "@/app/use-shortcuts";
import { UserMenu } from "@/app/user-menu";
import { NotificationBell } from "@/features/notifications/notification-bell";
import { Logo } from "@/shared/ui/logo";

export function Shell() {
  const [isNavOpen, nav] = useDisclosure(false);
  const [isHelpOpen, help] = useDisclosure(false);
  const { href } = useLocation();
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  useLive();
  useShortcuts(help.open);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes when the page changes.
  useEffect(() => nav.close(), [href]);
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
      navbar={{ width: 224, breakpoint: "sm", collapsed: { mobile: !isNavOpen } }}
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
              opened={isNavOpen}
              onClick={nav.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={isNavOpen ? "Close the menu" : "Open the menu"}
              aria-expanded={isNavOpen}
            />
            <Link to="/tickets" className={classes.brand} aria-label="Seaversity, my tickets">
              <Logo />
              <span className={classes.name}>Seaversity</span>
            </Link>
          </Group>
          <Group gap={6} wrap="nowrap">
            <LiveIndicator />
            <NewTicketButton />
            <NotificationBell />
            <ThemeToggle />
            <UserMenu onHelp={help.open} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        className={classes.navbar}
        data-open={isNavOpen || undefined}
        aria-label="Main"
      >
        <Navigation onHelp={help.open} />
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Outlet />
      </AppShell.Main>
      <HelpSheet isOpen={isHelpOpen} onClose={help.close} />
    </AppShell>
  );
}
