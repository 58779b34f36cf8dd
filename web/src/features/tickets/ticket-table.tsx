import { Link } from "@tanstack/react-router";
import { MessageSquare } from "lucide-react";
import { useIsFresh } from "@/features/tickets/fresh-tickets";
import classes from "@/features/tickets/ticket-table.module.css";
import type { TicketSummary } from "@/shared/api/types";
import { useCategory } from "@/shared/reference/use-categories";
import { useTeam } from "@/shared/reference/use-teams";
import { Person } from "@/shared/ui/person";
import { PriorityMark } from "@/shared/ui/priority-mark";
import { RelativeTime } from "@/shared/ui/relative-time";
import { StatusBadge } from "@/shared/ui/status-badge";
import { TeamMark } from "@/shared/ui/team-mark";

export function TicketTable({ tickets }: { tickets: TicketSummary[] }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.number}>
            Number
          </th>
          <th scope="col">Title</th>
          <th scope="col" className={classes.status}>
            Status
          </th>
          <th scope="col" className={classes.priority}>
            Priority
          </th>
          <th scope="col" className={classes.person}>
            Requester
          </th>
          <th scope="col" className={classes.person}>
            Assignee
          </th>
          <th scope="col" className={classes.team}>
            Team
          </th>
          <th scope="col" className={classes.category}>
            Category
          </th>
          <th scope="col" className={classes.updated}>
            Updated
          </th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} />
        ))}
      </tbody>
    </table>
  );
}

function TicketRow({ ticket }: { ticket: TicketSummary }) {
  const isFresh = useIsFresh(ticket.id);
  const team = useTeam(ticket.teamId);
  const category = useCategory(ticket.categoryId);
  return (
    <tr className={classes.row} data-fresh={isFresh || undefined} data-ticket={ticket.number}>
      <td className={classes.number}>{ticket.number}</td>
      <td>
        <div className={classes.titleCell}>
          <Link
            to="/tickets/$ticketRef"
            params={{ ticketRef: ticket.number }}
            className={classes.title}
            title={ticket.title}
            dir="auto"
          >
            {ticket.title}
          </Link>
          {ticket.commentCount > 0 ? (
            <span className={classes.comments}>
              <MessageSquare size={13} aria-hidden="true" />
              {ticket.commentCount}
              <span className="sv-visually-hidden">
                {ticket.commentCount === 1 ? "comment" : "comments"}
              </span>
            </span>
          ) : null}
        </div>
      </td>
      <td>
        <StatusBadge status={ticket.status} />
      </td>
      <td>
        <PriorityMark priority={ticket.priority} />
      </td>
      <td>
        <Person person={ticket.creator} none="" />
      </td>
      <td>
        <Person person={ticket.assignee} none="Unassigned" />
      </td>
      <td>
        <TeamMark team={team} none="–" />
      </td>
      <td className={`${classes.category} ${classes.dimmed}`}>{category?.name ?? "–"}</td>
      <td className={classes.updated}>
        <RelativeTime instant={ticket.updatedAt} />
      </td>
    </tr>
  );
}
