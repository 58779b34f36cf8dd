import { useIsFresh } from "@/features/tickets/fresh-tickets";
import { SelectBox } from "@/features/tickets/select-box";
import { TagList } from "@/features/tickets/tag-list";
import classes from "@/features/tickets/ticket-cards.module.css";
import type { Selection } from "@/features/tickets/use-selection";
import type { TicketSummary } from "@/shared/api/types";
import { useTeam } from "@/shared/reference/use-teams";
import { Assignee } from "@/shared/ui/assignee";
import { DueMark } from "@/shared/ui/due-mark";
import { ItemLink } from "@/shared/ui/item-link";
import { PriorityMark } from "@/shared/ui/priority-mark";
import { RelativeTime } from "@/shared/ui/relative-time";
import { StatusBadge } from "@/shared/ui/status-badge";
import { TeamMark } from "@/shared/ui/team-mark";

interface TicketCardsProps {
  tickets: TicketSummary[];
  /** What is ticked; without it nothing can be. */
  selection?: Selection;
  /** Whether they stand beside each other, where there is room. */
  isGrid?: boolean;
}

export function TicketCards({ tickets, selection, isGrid = false }: TicketCardsProps) {
  return (
    <ul className={classes.list} data-grid={isGrid || undefined}>
      {tickets.map((ticket) => (
        <TicketCard key={ticket.id} ticket={ticket} selection={selection} />
      ))}
    </ul>
  );
}

function TicketCard({ ticket, selection }: { ticket: TicketSummary; selection?: Selection }) {
  const isFresh = useIsFresh(ticket.id);
  const team = useTeam(ticket.teamId);
  return (
    <li
      className={classes.card}
      data-fresh={isFresh || undefined}
      data-selected={selection?.has(ticket.id) || undefined}
      data-ticket={ticket.number}
    >
      <div className={classes.line}>
        <span className={classes.head}>
          {selection ? (
            <span className={classes.select}>
              <SelectBox ticket={ticket} selection={selection} />
            </span>
          ) : null}
          <span className={classes.number}>{ticket.number}</span>
        </span>
        <RelativeTime instant={ticket.updatedAt} className={classes.time} />
      </div>
      <ItemLink item={ticket} className={classes.title}>
        {ticket.title}
      </ItemLink>
      <div className={classes.marks}>
        <StatusBadge status={ticket.status} />
        <PriorityMark priority={ticket.priority} />
        <DueMark item={ticket} />
        {ticket.tags.length > 0 ? <TagList tags={ticket.tags} /> : null}
      </div>
      <div className={classes.line}>
        <span className={classes.who}>
          <Assignee person={ticket.assignee} none="Unassigned" />
        </span>
        <span className={classes.who}>
          <TeamMark team={team} none="" />
        </span>
      </div>
    </li>
  );
}
