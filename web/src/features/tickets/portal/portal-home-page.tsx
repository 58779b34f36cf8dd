import { Skeleton, Stack, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { ArrowRight, BellRing, LifeBuoy, MessagesSquare, PenLine } from "lucide-react";
import { CategoryTiles } from "@/features/tickets/portal/category-tiles";
import { greeting } from "@/features/tickets/portal/greeting";
import classes from "@/features/tickets/portal/portal-home-page.module.css";
import { PortalTickets } from "@/features/tickets/portal/portal-ticket";
import { inSections, PORTAL_PAGE_SIZE } from "@/features/tickets/portal/portal-words";
import { ticketFilter } from "@/features/tickets/ticket-filter";
import { flatten } from "@/features/tickets/ticket-list-cache";
import { useTicketList } from "@/features/tickets/use-ticket-list";
import type { TicketSummary } from "@/shared/api/types";
import { useNow } from "@/shared/lib/use-now";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { ErrorState } from "@/shared/ui/error-state";

/** So many tickets that wait, and so many that others work on; the rest is in the list. */
const SHOWN = 3;

const MINE = ticketFilter("TICKET", { view: "mine", status: "ALL" });

/** Where requesters begin: what they can ask for, and what became of what they asked. */
export function PortalHomePage() {
  const user = useCurrentUser();
  const now = useNow();
  useDocumentTitle("Home · Seaversity");
  return (
    <div className={classes.page}>
      <header className={classes.hero}>
        <p className={classes.greeting}>{greeting(user.name, new Date(now))}</p>
        <Title order={1}>How can we help?</Title>
        <WaitingHint />
      </header>
      <section aria-label="What is it about?">
        <CategoryTiles />
      </section>
      <MyTickets />
      <Link to="/help" className={classes.help}>
        <LifeBuoy size={20} aria-hidden="true" />
        <span className={classes.helpWords}>
          <strong>How it works</strong>
          <span>What happens to a ticket, what the statuses mean, and what you can do.</span>
        </span>
        <ArrowRight size={18} aria-hidden="true" />
      </Link>
    </div>
  );
}

/** The tickets are below all categories, which is far on a phone. */
function WaitingHint() {
  const count = inSections(flatten(useTicketList(MINE, PORTAL_PAGE_SIZE).data)).waiting.length;
  if (count === 0) return null;
  return (
    <Link to="/tickets" className={classes.hint}>
      {count === 1 ? "One of your tickets needs" : `${count} of your tickets need`} your attention
      <ArrowRight size={15} aria-hidden="true" />
    </Link>
  );
}

function MyTickets() {
  const list = useTicketList(MINE, PORTAL_PAGE_SIZE);
  const tickets = flatten(list.data);
  const { waiting, working } = inSections(tickets);
  return (
    <section aria-labelledby="my-tickets" aria-busy={list.isPending} className={classes.mine}>
      <div className={classes.line}>
        <Title order={2} size="h3" id="my-tickets">
          My tickets
        </Title>
        {tickets.length > 0 ? (
          <Link to="/tickets" className={classes.more}>
            See all <span className="sv-visually-hidden">my tickets</span>
            <ArrowRight size={15} aria-hidden="true" />
          </Link>
        ) : null}
      </div>
      {list.isPending ? (
        <Stack gap={10}>
          <Skeleton height={92} radius={12} />
          <Skeleton height={92} radius={12} />
        </Stack>
      ) : list.isError && tickets.length === 0 ? (
        <ErrorState
          error={list.error}
          title="Your tickets could not be loaded"
          onRetry={() => void list.refetch()}
        />
      ) : tickets.length === 0 ? (
        <FirstSteps />
      ) : waiting.length + working.length === 0 ? (
        <p className={classes.none}>
          Nothing is open. What was closed is among <Link to="/tickets">all my tickets</Link>.
        </p>
      ) : (
        <>
          <Group title="Please have a look" tickets={waiting} isUrgent />
          <Group title="We are working on it" tickets={working} />
        </>
      )}
    </section>
  );
}

interface GroupProps {
  title: string;
  tickets: TicketSummary[];
  isUrgent?: boolean;
}

function Group({ title, tickets, isUrgent = false }: GroupProps) {
  if (tickets.length === 0) return null;
  const rest = tickets.length - SHOWN;
  return (
    <div className={classes.group} data-urgent={isUrgent || undefined}>
      <h3 className={classes.title}>
        {title} <span className={classes.count}>{tickets.length}</span>
      </h3>
      <PortalTickets tickets={tickets.slice(0, SHOWN)} />
      {rest > 0 ? (
        <Link to="/tickets" className={classes.more}>
          {rest} more
          <ArrowRight size={15} aria-hidden="true" />
        </Link>
      ) : null}
    </div>
  );
}

const STEPS = [
  {
    Icon: PenLine,
    title: "Tell us",
    about: "Choose above what it is about, and write what happened.",
  },
  {
    Icon: MessagesSquare,
    title: "We answer",
    about: "The right team gets it at once. Their answers are here, and come by mail.",
  },
  {
    Icon: BellRing,
    title: "You decide",
    about: "Once it is solved, you close it, or reply that it is not.",
  },
];

function FirstSteps() {
  return (
    <div className={`sv-card ${classes.first}`}>
      <p>You have not raised a ticket yet. This is how it goes:</p>
      <ol className={classes.steps}>
        {STEPS.map(({ Icon, title, about }) => (
          <li key={title} className={classes.step}>
            <Icon size={22} className={classes.stepIcon} aria-hidden="true" />
            <span>
              <strong>{title}</strong>
              {about}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
