import classes from "@/features/tickets/bulk-bar.module.css";
import type { Outcomes, TicketSummary } from "@/shared/api/types";
import { ItemLink } from "@/shared/ui/item-link";

interface BulkFailuresProps {
  tickets: TicketSummary[];
  outcomes: Outcomes;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Each that could not be changed, and why. */
export function BulkFailures({ tickets, outcomes }: BulkFailuresProps) {
  const byId = new Map(tickets.map((ticket) => [ticket.id as string, ticket]));
  const failed = outcomes.items.filter(({ problem }) => problem);
  return (
    <ul className={classes.results}>
      {failed.map(({ id, problem }) => {
        const ticket = byId.get(id);
        const rules = problem?.errors?.map(({ rule }) => rule).join("; ");
        return (
          <li key={id}>
            {ticket ? (
              <>
                <span className={classes.number}>
                  <ItemLink item={ticket} />
                </span>
                <span dir="auto">{ticket.title}</span>
              </>
            ) : null}
            <span className={classes.reason}>
              {sentence(rules || problem?.detail || problem?.title || "")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
