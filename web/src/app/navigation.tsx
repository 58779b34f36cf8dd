import { Kbd } from "@mantine/core";
import { Link, useLocation, useSearch } from "@tanstack/react-router";
import { Keyboard } from "lucide-react";
import classes from "@/app/navigation.module.css";
import { mainPages } from "@/app/pages";
import { taskViews, ticketViews } from "@/app/ticket-views";
import { listTarget } from "@/shared/lib/item-words";
import { useCurrentUser } from "@/shared/session/use-current-user";

interface NavigationProps {
  onHelp: () => void;
  /** A link was followed, be it to the page that is shown already. */
  onChoose: () => void;
}

export function Navigation({ onHelp, onChoose }: NavigationProps) {
  const user = useCurrentUser();
  const pages = mainPages(user);
  const { pathname } = useLocation();
  const { view = "mine" } = useSearch({ strict: false });
  return (
    <div className={classes.nav}>
      <ul className={classes.list}>
        {[...ticketViews(user), ...taskViews(user)].map((link) => {
          const target = listTarget(link.type);
          const isCurrent = pathname === target.to && view === link.view;
          return (
            <li key={link.id} data-first={link.id === "tasks-mine" || undefined}>
              <Link
                {...target}
                search={link.search}
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
      {pages.length > 0 ? (
        <ul className={`${classes.list} ${classes.more}`}>
          {pages.map(({ to, label, Icon }) => {
            const isCurrent = pathname === to || pathname.startsWith(`${to}/`);
            return (
              <li key={to}>
                <Link
                  to={to}
                  className={classes.link}
                  data-current={isCurrent || undefined}
                  aria-current={isCurrent ? "page" : undefined}
                  activeProps={{}}
                  onClick={onChoose}
                >
                  <Icon size={18} aria-hidden="true" />
                  {label}
                </Link>
              </li>
            );
          })}
        </ul>
      ) : null}
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
