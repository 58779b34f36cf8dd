import { Kbd } from "@mantine/core";
import { Link, useLocation, useSearch } from "@tanstack/react-router";
import { ExternalLink, GraduationCap, Keyboard } from "lucide-react";
import { lazy, Suspense } from "react";
import classes from "@/app/navigation.module.css";
import { HOME_PAGE, type MainPage, mainPages } from "@/app/pages";
import { taskViews, ticketViews } from "@/app/ticket-views";
import { ticketFilter } from "@/features/tickets/ticket-filter";
import type { ItemType } from "@/shared/api/types";
import { listTarget } from "@/shared/lib/item-words";
import { useMoodleSite } from "@/shared/reference/use-moodle-site";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const ListCount = lazy(() => import("@/features/tickets/list-count"));
const SavedViewsNav = lazy(() => import("@/features/tickets/saved-views-nav"));

interface NavigationProps {
  /** Whether it is to be seen: nothing is counted behind a phone's closed drawer. */
  isShown: boolean;
  onHelp: () => void;
  /** A link was followed, be it to the page that is shown already. */
  onChoose: () => void;
}

export function Navigation({ isShown, onHelp, onChoose }: NavigationProps) {
  const user = useCurrentUser();
  return (
    <div className={classes.nav}>
      <ul className={classes.list}>
        {HOME_PAGE.isFor(user) ? <PageLink page={HOME_PAGE} onChoose={onChoose} /> : null}
        <ItemLists links={ticketViews(user)} isCounted={isShown} onChoose={onChoose} />
      </ul>
      <Kept type="TICKET" isShown={isShown} onChoose={onChoose} />
      {isStaff(user) ? (
        <>
          <ul className={`${classes.list} ${classes.more}`}>
            <ItemLists links={taskViews(user)} isCounted={isShown} onChoose={onChoose} />
          </ul>
          <Kept type="TASK" isShown={isShown} onChoose={onChoose} />
        </>
      ) : null}
      <ul className={`${classes.list} ${classes.more}`}>
        {mainPages(user).map((page) => (
          <PageLink key={page.to} page={page} onChoose={onChoose} />
        ))}
        <MoodleLink onChoose={onChoose} />
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

function PageLink({ page, onChoose }: { page: MainPage; onChoose: () => void }) {
  const { to, label, Icon } = page;
  const { pathname } = useLocation();
  const isCurrent = pathname === to || pathname.startsWith(`${to}/`);
  return (
    <li>
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
}

function MoodleLink({ onChoose }: { onChoose: () => void }) {
  const site = useMoodleSite();
  if (!site) return null;
  return (
    <li>
      <a
        href={site}
        target="_blank"
        rel="noopener noreferrer"
        className={classes.link}
        onClick={onChoose}
      >
        <GraduationCap size={18} aria-hidden="true" />
        Moodle
        <span className="sv-visually-hidden">(opens in a new tab)</span>
        <ExternalLink size={14} aria-hidden="true" className={classes.away} />
      </a>
    </li>
  );
}

interface ItemListsProps {
  links: ReturnType<typeof ticketViews>;
  isCounted: boolean;
  onChoose: () => void;
}

function ItemLists({ links, isCounted, onChoose }: ItemListsProps) {
  const user = useCurrentUser();
  const { pathname } = useLocation();
  const { view = "mine", saved } = useSearch({ strict: false });
  return links.map((link) => {
    const target = listTarget(link.type);
    const isCurrent = pathname === target.to && view === link.view && !saved;
    const isTold = isCounted && isStaff(user) && (link.view === "mine" || link.view === "team");
    return (
      <li key={link.id}>
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
          {isTold ? (
            <Suspense>
              <ListCount filter={ticketFilter(link.type, link.search)} />
            </Suspense>
          ) : null}
        </Link>
      </li>
    );
  });
}

interface KeptProps {
  type: ItemType;
  isShown: boolean;
  onChoose: () => void;
}

/** The views that the staff keep. */
function Kept({ type, isShown, onChoose }: KeptProps) {
  const user = useCurrentUser();
  if (!isShown || !isStaff(user)) return null;
  return (
    <Suspense>
      <SavedViewsNav type={type} onChoose={onChoose} />
    </Suspense>
  );
}
