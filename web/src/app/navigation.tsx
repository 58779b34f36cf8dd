import { Kbd } from "@mantine/core";
import { Link, useLocation, useSearch } from "@tanstack/react-router";
import { Inbox, Keyboard, Layers, PenLine, Users } from "lucide-react";
import classes from "@/app/navigation.module.css";
import type { View } from "@/features/tickets/ticket-filter";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const LINKS = [
  { view: "mine", label: "My tickets", Icon: Inbox, isForAll: true },
  { view: "team", label: "My team", Icon: Users, isForAll: false },
  { view: "all", label: "All tickets", Icon: Layers, isForAll: false },
  { view: "created", label: "Raised by me", Icon: PenLine, isForAll: false },
] as const satisfies { view: View; label: string; Icon: typeof Inbox; isForAll: boolean }[];

interface NavigationProps {
  onHelp: () => void;
  /** A link was followed, be it to the page that is shown already. */
  onChoose: () => void;
}

export function Navigation({ onHelp, onChoose }: NavigationProps) {
  const user = useCurrentUser();
  const { pathname } = useLocation();
  const { view = "mine" } = useSearch({ strict: false });
  return (
    <div className={classes.nav}>
      <ul className={classes.list}>
        {LINKS.filter(({ isForAll }) => isForAll || isStaff(user)).map((link) => {
          const isCurrent = pathname === "/tickets" && view === link.view;
          return (
            <li key={link.view}>
              <Link
                to="/tickets"
                search={link.view === "mine" ? {} : { view: link.view }}
                className={classes.link}
                data-current={isCurrent || undefined}
                aria-current={isCurrent ? "page" : undefined}
                activeProps={{}}
                onClick={onChoose}
              >
                <link.Icon size={18} aria-hidden="true" />
                {link.label}
              </Link>
            </li>
          );
        })}
      </ul>
      <button type="button" className={classes.help} onClick={onHelp}>
        <Keyboard size={17} aria-hidden="true" />
        Keyboard shortcuts
        <Kbd size="xs" className={classes.key}>
          ?
        </Kbd>
      </button>
    </div>
  );
}
