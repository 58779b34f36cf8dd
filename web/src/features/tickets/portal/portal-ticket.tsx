import { useIntersection } from "@mantine/hooks";
import { MessageSquareText } from "lucide-react";
import { useIsFresh } from "@/features/tickets/fresh-tickets";
import classes from "@/features/tickets/portal/portal-ticket.module.css";
import { statusHint } from "@/features/tickets/portal/portal-words";
import { useLastComment } from "@/features/tickets/portal/use-last-comment";
import type { Comment, TicketSummary } from "@/shared/api/types";
import { excerpt } from "@/shared/lib/plain-text";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { DueMark } from "@/shared/ui/due-mark";
import { ItemLink } from "@/shared/ui/item-link";
import { RelativeTime } from "@/shared/ui/relative-time";
import { StatusBadge } from "@/shared/ui/status-badge";

const EXCERPT_CHARACTERS = 150;

/** Tickets as requesters see them: what is asked of them, and what was said last. */
export function PortalTickets({ tickets }: { tickets: TicketSummary[] }) {
  return (
    <ul className={classes.list}>
      {tickets.map((ticket) => (
        <PortalTicket key={ticket.id} ticket={ticket} />
      ))}
    </ul>
  );
}

function PortalTicket({ ticket }: { ticket: TicketSummary }) {
  const isFresh = useIsFresh(ticket.id);
  const isOver = ticket.status === "CLOSED" || ticket.status === "CANCELLED";
  // What was said last is asked for once the ticket comes near the screen.
  const { ref, entry } = useIntersection<HTMLLIElement>({ rootMargin: "300px" });
  const comment = useLastComment(ticket, !isOver, Boolean(entry?.isIntersecting));
  return (
    <li
      ref={ref}
      className={classes.ticket}
      data-ticket={ticket.number}
      data-fresh={isFresh || undefined}
      data-over={isOver || undefined}
    >
      <div className={classes.head}>
        <ItemLink item={ticket} className={classes.title}>
          {ticket.title}
        </ItemLink>
        <StatusBadge status={ticket.status} />
      </div>
      <div className={classes.about}>
        <span className={classes.number}>{ticket.number}</span>
        {isOver ? null : <span>{statusHint(ticket)}</span>}
        {isOver ? null : <DueMark item={ticket} />}
        <RelativeTime instant={ticket.completedAt ?? ticket.updatedAt} className={classes.time} />
      </div>
      {comment ? <LastComment comment={comment} /> : null}
    </li>
  );
}

function LastComment({ comment }: { comment: Comment }) {
  const user = useCurrentUser();
  const isOwn = comment.author.id === user.id;
  return (
    <p className={classes.comment} dir="auto">
      <MessageSquareText size={15} className={classes.icon} aria-hidden="true" />
      <span>
        <strong>{isOwn ? "You" : comment.author.name}</strong>,{" "}
        <RelativeTime instant={comment.createdAt} />: {excerpt(comment.content, EXCERPT_CHARACTERS)}
      </span>
    </p>
  );
}
