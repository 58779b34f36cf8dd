import { Link } from "@tanstack/react-router";
import { useIsFresh } from "@/features/tickets/fresh-tickets";
import { SelectBox } from "@/features/tickets/select-box";
import classes from "@/features/tickets/split-view.module.css";
import { searchOf, type TicketFilter } from "@/features/tickets/ticket-filter";
import type { Selection } from "@/features/tickets/use-selection";
import type { TicketSummary } from "@/shared/api/types";
import { listTarget } from "@/shared/lib/item-words";
import { useIsDeactivated } from "@/shared/reference/use-deactivated";
import { DeactivatedMark } from "@/shared/ui/deactivated-mark";
import { DueMark } from "@/shared/ui/due-mark";
import { PersonAvatar } from "@/shared/ui/person";
import { PriorityMark } from "@/shared/ui/priority-mark";
import { RelativeTime } from "@/shared/ui/relative-time";
import { StatusBadge } from "@/shared/ui/status-badge";

interface SplitRowsProps {
  filter: TicketFilter;
  /** The saved view that the list began with. */
  saved?: string;
  tickets: TicketSummary[];
  /** The number of the ticket that is shown beside them. */
  open?: string;
  selection?: Selection;
}

/** The list beside a ticket: each row shows its ticket there. */
export default function SplitRows({ tickets, ...rest }: SplitRowsProps) {
  return (
    <ul className={classes.rows}>
      {tickets.map((ticket) => (
        <SplitRow key={ticket.id} ticket={ticket} {...rest} />
      ))}
    </ul>
  );
}

interface SplitRowProps extends Omit<SplitRowsProps, "tickets"> {
  ticket: TicketSummary;
}

function SplitRow({ ticket, filter, saved, open, selection }: SplitRowProps) {
  const isFresh = useIsFresh(ticket.id);
  const { number, assignee, status, priority } = ticket;
  const isDeactivated = useIsDeactivated(assignee?.id);
  return (
    <li
      className={classes.row}
      data-ticket={number}
      data-fresh={isFresh || undefined}
      data-selected={selection?.has(ticket.id) || undefined}
      data-open={number === open || undefined}
    >
      {selection ? (
        <span className={classes.select}>
          <SelectBox ticket={ticket} selection={selection} />
        </span>
      ) : null}
      <div className={classes.body}>
        <div className={classes.line}>
          <span className={classes.number}>{number}</span>
          <RelativeTime instant={ticket.updatedAt} className={classes.time} />
        </div>
        <Link
          {...listTarget(filter.type)}
          search={{ ...searchOf(filter), saved, open: number }}
          // The way back closes what is shown, however many were looked at.
          replace={open !== undefined}
          resetScroll={false}
          className={classes.title}
          dir="auto"
        >
          {ticket.title}
        </Link>
        <div className={classes.marks}>
          <StatusBadge status={status} />
          <PriorityMark priority={priority} />
          <DueMark item={ticket} />
          {assignee ? (
            <span className={classes.assignee} title={assignee.name}>
              <span className="sv-visually-hidden">Assigned to {assignee.name}</span>
              {isDeactivated ? <DeactivatedMark isShort /> : null}
              <PersonAvatar person={assignee} size={20} />
            </span>
          ) : null}
        </div>
      </div>
    </li>
  );
}
