import { Link } from "@tanstack/react-router";
import { useIsFresh } from "@/features/tickets/fresh-tickets";
import classes from "@/features/tickets/ticket-cards.module.css";
import type { TicketSummary } from "@/shared/api/types";
import { useTeam } from "@/shared/reference/use-teams";
import { Person } from "@/shared/ui/person";
import { PriorityMark } from "@/shared/ui/priority-mark";
import { RelativeTime } from "@/shared/ui/relative-time";
import { StatusBadge } from "@/shared/ui/status-badge";
import { TeamMark } from "@/shared/ui/team-mark";

export function TicketCards({ tickets }: { tickets: TicketSummary[] }) {
  return (
    <ul className={classes.list}>
      {tickets.map((ticket) => (
        <TicketCard key={ticket.id} ticket={ticket} />
      ))}
    </ul>
  );
}

function TicketCard({ ticket }: { ticket: TicketSummary }) {
  const isFresh = useIsFresh(ticket.id);
  const team = useTeam(ticket.teamId);
  return (
    <li className={classes.card} data-fresh={isFresh || undefined} data-ticket={ticket.number}>
      <div className={classes.line}>
        <span className={classes.number}>{ticket.number}</span>
        <RelativeTime instant={ticket.updatedAt} className={classes.time} />
      </div>
      <Link
        to="/tickets/$ticketRef"
        params={{ ticketRef: ticket.number }}
        className={classes.title}
        dir="auto"
      >
        {ticket.title}
      </Link>
      <div className={classes.marks}>
        <StatusBadge status={ticket.status} />
        <PriorityMark priority={ticket.priority} />
      </div>
      <div className={classes.line}>
        <span className={classes.who}>
          <Person person={ticket.assignee} none="Unassigned" />
        </span>
        <span className={classes.who}>
          <TeamMark team={team} none="" />
        </span>
      </div>
    </li>
  );
}
