import type { Status, TicketSummary, User } from "@/shared/api/types";
import { ACTIVE_STATUSES, STATUSES } from "@/shared/lib/labels";

export const VIEWS = ["mine", "team", "all", "created"] as const;
export type View = (typeof VIEWS)[number];

export type StatusFilter = "ACTIVE" | "DONE" | "ALL" | Status;
export const STATUS_FILTERS: readonly StatusFilter[] = ["ACTIVE", ...STATUSES, "DONE", "ALL"];

export interface TicketFilter {
  view: View;
  status: StatusFilter;
}

/** What the address says; whatever it does not say, or says wrongly, is the default. */
export interface TicketSearch {
  view?: View;
  status?: StatusFilter;
}

export function parseTicketSearch(search: Record<string, unknown>): TicketSearch {
  const view = VIEWS.find((each) => each === search.view);
  const status = STATUS_FILTERS.find((each) => each === search.status);
  return {
    ...(view && view !== "mine" ? { view } : {}),
    ...(status && status !== "ACTIVE" ? { status } : {}),
  };
}

export function ticketFilter({ view = "mine", status = "ACTIVE" }: TicketSearch): TicketFilter {
  return { view, status };
}

function hasStatus(status: Status, filter: StatusFilter): boolean {
  if (filter === "ALL") return true;
  if (filter === "ACTIVE") return ACTIVE_STATUSES.includes(status);
  if (filter === "DONE") return !ACTIVE_STATUSES.includes(status);
  return status === filter;
}

/** Whether a ticket that was pushed to this person belongs in a list of theirs; mirrors the server's views. */
export function belongs(ticket: TicketSummary, filter: TicketFilter, user: User): boolean {
  if (!hasStatus(ticket.status, filter.status)) return false;
  const raisedByMe = ticket.creator.id === user.id;
  switch (filter.view) {
    case "mine":
      return user.role === "USER" ? raisedByMe : ticket.assignee?.id === user.id;
    case "created":
      return raisedByMe;
    case "team":
      return Boolean(ticket.teamId && user.teamIds.includes(ticket.teamId));
    case "all":
      // What a person may not see is not pushed to them.
      return true;
  }
}
