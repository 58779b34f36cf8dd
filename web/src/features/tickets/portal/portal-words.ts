import type { Status, TicketSummary } from "@/shared/api/types";
import { ACTIVE_STATUSES } from "@/shared/lib/labels";

/** Of all statuses at once: what asks for a look comes after all that is worked on. */
export const PORTAL_PAGE_SIZE = 100;

/** Where a requester looks for a ticket: what waits for them, what others work on, what is over. */
export type Section = "waiting" | "working" | "over";

const SECTION: Record<Status, Section> = {
  OPEN: "working",
  IN_PROGRESS: "working",
  ON_HOLD: "waiting",
  RESOLVED: "waiting",
  CLOSED: "over",
  CANCELLED: "over",
};

/** Whoever only follows a ticket has nothing to do about it. */
const SECTION_OF_FOLLOWED = (status: Status): Section =>
  ACTIVE_STATUSES.includes(status) ? "working" : "over";

export function inSections(tickets: TicketSummary[], isFollowed = false) {
  const sections: Record<Section, TicketSummary[]> = { waiting: [], working: [], over: [] };
  for (const ticket of tickets) {
    const section = isFollowed ? SECTION_OF_FOLLOWED(ticket.status) : SECTION[ticket.status];
    sections[section].push(ticket);
  }
  return sections;
}

/** What a status means for whoever raised the ticket, and what they can do about it. */
export function statusHint({ status, assignee }: Pick<TicketSummary, "status" | "assignee">) {
  switch (status) {
    case "OPEN":
      return assignee ? `${assignee.name} will look at it` : "The team has it";
    case "IN_PROGRESS":
      return `${assignee?.name ?? "The team"} is working on it`;
    case "ON_HOLD":
      return "On hold; the last answer says what for";
    case "RESOLVED":
      return "Does it work now? Close it, or reply if it does not";
    case "CLOSED":
      return "Closed";
    case "CANCELLED":
      return "Cancelled";
  }
}

/** Whether all words that somebody types occur in a ticket's number or title. */
export function isFound({ number, title }: TicketSummary, typed: string): boolean {
  const text = `${number} ${title}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
