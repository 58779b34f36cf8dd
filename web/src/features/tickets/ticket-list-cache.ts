import type { InfiniteData } from "@tanstack/react-query";
import { belongs, type TicketFilter } from "@/features/tickets/ticket-filter";
import type { Page, TicketSummary, User } from "@/shared/api/types";
import { STATUSES } from "@/shared/lib/labels";

export type TicketPages = InfiniteData<Page<TicketSummary>, unknown>;

/** The server's order: by status along the flow, in each the newest first. */
export function compareTickets(one: TicketSummary, other: TicketSummary): number {
  const byStatus = STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status);
  if (byStatus !== 0) return byStatus;
  const byCreation = Date.parse(other.createdAt) - Date.parse(one.createdAt);
  return byCreation || (one.id < other.id ? 1 : -1);
}

/** How many pages at the end hold nothing: where a filter leaves much out, the next may do so too. */
export function emptyAtEnd(list: TicketPages | undefined): number {
  const pages = list?.pages ?? [];
  const last = pages.findLastIndex((page) => page.items.length > 0);
  return pages.length - 1 - last;
}

/** The tickets of all pages, once each: while pages load, a ticket may move from one to another. */
export function flatten(pages: TicketPages | undefined): TicketSummary[] {
  const byId = new Map<string, TicketSummary>();
  for (const page of pages?.pages ?? []) {
    for (const ticket of page.items) byId.set(ticket.id, ticket);
  }
  return [...byId.values()];
}

/**
 * The list after a ticket was made or changed: the row is put where the server would put it, changed
 * in place, or taken out. The same object is answered when nothing changes.
 *
 * A row that would stand after the last one loaded, while there are more to load, is left out: it
 * comes with its page.
 */
export function applyTicket(
  list: TicketPages,
  ticket: TicketSummary,
  filter: TicketFilter,
  user: User,
): TicketPages {
  const known = flatten(list).find(({ id }) => id === ticket.id);
  if (known && known.version > ticket.version) return list;
  const isWanted = belongs(ticket, filter, user, known !== undefined);
  if (!known && !isWanted) return list;

  const pages = list.pages.map((page) => ({
    ...page,
    items: page.items.filter(({ id }) => id !== ticket.id),
  }));
  if (isWanted) insert(pages, ticket);
  return { ...list, pages };
}

/** The list without a ticket that is gone; the same object where it was not there. */
export function withoutTicket(list: TicketPages, id: string): TicketPages {
  if (flatten(list).every((ticket) => ticket.id !== id)) return list;
  const pages = list.pages.map((page) => ({
    ...page,
    items: page.items.filter((ticket) => ticket.id !== id),
  }));
  return { ...list, pages };
}

/**
 * The same for a list that is sorted, whose places only the server knows: what is shown is changed where it stands, or
 * taken out, and whatever stands elsewhere now comes when the list is read again. Null where the list is as it was.
 */
export function applyToSorted(
  list: TicketPages,
  ticket: TicketSummary,
  filter: TicketFilter,
  user: User,
): TicketPages | null {
  const known = flatten(list).find(({ id }) => id === ticket.id);
  if (known && known.version > ticket.version) return null;
  const isWanted = belongs(ticket, filter, user, known !== undefined);
  if (!known) return isWanted ? list : null;
  const pages = list.pages.map((page) => ({
    ...page,
    items: page.items.flatMap((each) =>
      each.id !== ticket.id ? [each] : isWanted ? [ticket] : [],
    ),
  }));
  return { ...list, pages };
}

function insert(pages: Page<TicketSummary>[], ticket: TicketSummary) {
  for (const page of pages) {
    const at = page.items.findIndex((each) => compareTickets(ticket, each) < 0);
    if (at >= 0) {
      page.items.splice(at, 0, ticket);
      return;
    }
  }
  const last = pages.at(-1);
  if (last && !last.nextCursor) last.items.push(ticket);
}
