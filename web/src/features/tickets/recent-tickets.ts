import type { TicketSummary } from "@/shared/api/types";
import { draft } from "@/shared/lib/draft";

export type RecentTicket = Pick<TicketSummary, "number" | "title">;

const LIMIT = 6;
const KEY = "recent-tickets";

/** The tickets that a person has opened in this browser, the latest first; gone at sign-out, like drafts. */
export const recentTickets = {
  read: () => draft.read<RecentTicket[]>(KEY) ?? [],
  add({ number, title }: RecentTicket) {
    const others = recentTickets.read().filter((each) => each.number !== number);
    draft.write(KEY, [{ number, title }, ...others].slice(0, LIMIT));
  },
  remove(number: string) {
    const others = recentTickets.read().filter((each) => each.number !== number);
    draft.write(KEY, others);
  },
};
