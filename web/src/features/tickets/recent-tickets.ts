import type { TicketSummary } from "@/shared/api/types";
import { draft } from "@/shared/lib/draft";

export type RecentTicket = Pick<TicketSummary, "ticketNumber" | "title">;

const LIMIT = 6;

function key(userId: string): string {
  return `recent-tickets:${userId}`;
}

/** The tickets that a person has opened in this browser, the latest first; gone at sign-out, like drafts. */
export const recentTickets = {
  read: (userId: string) => draft.read<RecentTicket[]>(key(userId)) ?? [],
  add(userId: string, { ticketNumber, title }: RecentTicket) {
    const others = recentTickets.read(userId).filter((each) => each.ticketNumber !== ticketNumber);
    draft.write(key(userId), [{ ticketNumber, title }, ...others].slice(0, LIMIT));
  },
  remove(userId: string, ticketNumber: string) {
    const others = recentTickets.read(userId).filter((each) => each.ticketNumber !== ticketNumber);
    draft.write(key(userId), others);
  },
};
