import { useEffect } from "react";
import { type RecentTicket, recentTickets } from "@/features/tickets/recent-tickets";

/** Puts the ticket that is shown among the recent ones; one that is out of sight leaves them. */
export function useRecordVisit(
  ticketRef: string,
  ticket: RecentTicket | undefined,
  isGone: boolean,
) {
  const { number, title } = ticket ?? {};

  useEffect(() => {
    if (isGone) recentTickets.remove(ticketRef);
    else if (number && title) recentTickets.add({ number, title });
  }, [ticketRef, number, title, isGone]);
}
