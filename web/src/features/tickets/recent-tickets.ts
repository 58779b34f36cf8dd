import type { TicketSummary } from "@/shared/api/types";
import { draft } from "@/shared/lib/draft";

export type RecentTicket = Pick<TicketSummary, "number" | "title">;

const LIMIT = 6;

function key(userId: string): string {
  return `recent-tickets:${userId}`;
}

/** The tickets that a person has opened in this browser, the latest first; gone at sign-out, like drafts. */
export const recentTickets = {
  read: (userId: string) => draft.read<RecentTicket[]>(key(userId)) ?? [],
  add(userId: string, { number, title }: RecentTicket) {
    const others = recentTickets.read(userId).filter((each) => each.number !== number);
    draft.write(key(userId), [{ number, title }, ...others].slice(0, LIMIT));
  },
  remove(userId: string, number: string) {
    const others = recentTickets.read(userId).filter((each) => each.number !== number);
    draft.write(key(userId), others);
  },
};
