import classes from "@/features/tickets/list-count.module.css";
import { countLabel } from "@/features/tickets/saved-view";
import type { TicketFilter } from "@/features/tickets/ticket-filter";
import { useListCount } from "@/features/tickets/use-list-count";

/** How many a list has, beside its name; nothing where that is not known. */
export default function ListCount({ filter }: { filter: TicketFilter }) {
  const { data } = useListCount(filter);
  if (!data || (data.count === 0 && !data.isMore)) return null;
  return <span className={classes.count}>{countLabel(data)}</span>;
}
