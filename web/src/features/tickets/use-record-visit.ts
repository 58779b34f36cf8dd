import { useEffect } from "react";
import { type RecentTicket, recentTickets } from "@/features/tickets/recent-tickets";
import { useCurrentUser } from "@/shared/session/use-current-user";

/** Puts the ticket that is shown among the recent ones; one that is out of sight leaves them. */
export function useRecordVisit(
  ticketRef: string,
  ticket: RecentTicket | undefined,
  isGone: boolean,
) {
  const { id: userId } = useCurrentUser();
  const { number, title } = ticket ?? {};

  useEffect(() => {
    if (isGone) recentTickets.remove(userId, ticketRef);
    else if (number && title) recentTickets.add(userId, { number, title });
  }, [userId, ticketRef, number, title, isGone]);
}
