import {
  type DueFilter,
  dueBefore,
  endOfDay,
  parseDue,
  startOfDay,
} from "@/features/tickets/due-filter";
import { orderOf, parseSorting, type Sorting } from "@/features/tickets/sorting";
import type { ItemType, Priority, Status, TicketSummary, User } from "@/shared/api/types";
import { ACTIVE_STATUSES, PRIORITIES, STATUSES } from "@/shared/lib/labels";
import { join, joinSorted, split } from "@/shared/lib/several";

export const VIEWS = ["mine", "team", "all", "created", "watching", "deleted"] as const;
export type View = (typeof VIEWS)[number];

export type StatusFilter = "ACTIVE" | "DONE" | "ALL" | Status;
export const STATUS_FILTERS: readonly StatusFilter[] = ["ACTIVE", ...STATUSES, "DONE", "ALL"];

/** In the place of a person's id: nobody works on it. */
export const NOBODY = "none";

/** What a list leaves out besides its view and its statuses. */
export interface Sieve {
  /** One of these, separated by commas; so too with categories, by id. */
  priority?: string;
  category?: string;
  team?: string;
  /** A person's id, or `NOBODY`. */
  assignee?: string;
  tag?: string;
  due?: DueFilter;
  /** The first and the last day on which it was raised, as `2026-11-24`. */
  from?: string;
  to?: string;
}

export interface TicketFilter extends Sieve, Sorting {
  type: ItemType;
  view: View;
  status: StatusFilter;
}

/** What the address says; whatever it does not say, or says wrongly, is the default. */
export interface TicketSearch extends Sieve, Sorting {
  view?: View;
  status?: StatusFilter;
  /** The number of the ticket that is shown beside the list. */
  open?: string;
  /** The saved view that this began with: what it stands for is said besides, so others see the same. */
  saved?: string;
}

export const SIEVE_KEYS = [
  "priority",
  "category",
  "team",
  "assignee",
  "tag",
  "due",
  "from",
  "to",
] as const satisfies (keyof Sieve)[];

function text(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === "string" && pattern.test(value) ? value : undefined;
}

const CATEGORIES = /^cat_[0-9a-f]{32}(,cat_[0-9a-f]{32}){0,19}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function parseSieve(search: Record<string, unknown>): Sieve {
  return {
    priority:
      typeof search.priority === "string" ? join(split(search.priority), PRIORITIES) : undefined,
    category: joinSorted(split(text(search.category, CATEGORIES))),
    team: text(search.team, /^team_[0-9a-f]{32}$/),
    assignee: text(search.assignee, /^(usr_[0-9a-f]{32}|none)$/),
    // A tag of digits is read from the address as a number.
    tag: text(String(search.tag ?? ""), /^\S{1,40}$/u),
    due: parseDue(search.due),
    from: text(search.from, DAY),
    to: text(search.to, DAY),
  };
}

function without<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

export function parseTicketSearch(search: Record<string, unknown>): TicketSearch {
  const view = VIEWS.find((each) => each === search.view);
  const status = STATUS_FILTERS.find((each) => each === search.status);
  return without({
    view: view === "mine" ? undefined : view,
    status: status === "ACTIVE" ? undefined : status,
    saved: text(search.saved, /^view_[0-9a-f]{32}$/),
    ...parseSieve(search),
    ...parseSorting(search),
    open: text(search.open, /^(T|TASK)-\d{4,12}$/),
  });
}

/** The address of a filter, without what goes without saying. */
export function searchOf({ type: _type, ...filter }: TicketFilter): TicketSearch {
  return parseTicketSearch({ ...filter });
}

export function ticketFilter(
  type: ItemType,
  { view = "mine", status = "ACTIVE", open: _open, saved: _saved, ...sieve }: TicketSearch,
): TicketFilter {
  return { type, view, status, ...sieve };
}

/** How many filters are set besides view and status. */
export function sieveCount(filter: Sieve): number {
  return SIEVE_KEYS.filter((key) => filter[key] !== undefined).length;
}

export function withoutSieve({ type, view, status, sort, order }: TicketFilter): TicketFilter {
  return without({ type, view, status, sort, order });
}

/** The same list in its usual order: what it holds, and how many. */
export function withoutSorting({ sort: _sort, order: _order, ...filter }: TicketFilter) {
  return filter;
}

/**
 * What the server is asked. A team or an assignee takes the place of its view, so what the view means
 * is said in other words then.
 */
export function listParameters(filter: TicketFilter, user: User, now: Date = new Date()) {
  const { view, status, assignee, team, sort } = filter;
  const isOwn = view === "mine" && user.role !== "USER";
  const isRaised = view === "created" || (view === "mine" && user.role === "USER");
  const isReplaced = team !== undefined || (assignee !== undefined && assignee !== NOBODY);
  return {
    view,
    status: status === "ALL" ? undefined : status,
    priority: filter.priority ? split<Priority>(filter.priority) : undefined,
    categoryId: filter.category ? split(filter.category) : undefined,
    teamId: team,
    assigneeId: isOwn && isReplaced ? user.id : assignee === NOBODY ? undefined : assignee,
    creatorId: isRaised && isReplaced ? user.id : undefined,
    unassigned: assignee === NOBODY ? true : undefined,
    tag: filter.tag,
    dueBefore: filter.due && dueBefore(filter.due, now).toISOString(),
    createdAfter: filter.from && startOfDay(filter.from).toISOString(),
    createdBefore: filter.to && endOfDay(filter.to).toISOString(),
    sort,
    order: orderOf(filter) ?? undefined,
  };
}

function hasStatus(status: Status, filter: StatusFilter): boolean {
  if (filter === "ALL") return true;
  if (filter === "ACTIVE") return ACTIVE_STATUSES.includes(status);
  if (filter === "DONE") return !ACTIVE_STATUSES.includes(status);
  return status === filter;
}

function passes(ticket: TicketSummary, filter: TicketFilter, now: Date): boolean {
  const { priority, category, team, assignee, tag, due, from, to } = filter;
  const worker = ticket.assignee?.id ?? NOBODY;
  const raised = Date.parse(ticket.createdAt);
  return (
    (!priority || split(priority).includes(ticket.priority)) &&
    (!category || split(category).includes(ticket.categoryId ?? "")) &&
    (!team || ticket.teamId === team) &&
    (!assignee || worker === assignee) &&
    (!tag || ticket.tags.includes(tag)) &&
    (!due ||
      (ticket.dueDate ? Date.parse(ticket.dueDate) < dueBefore(due, now).getTime() : false)) &&
    (!from || raised >= startOfDay(from).getTime()) &&
    (!to || raised < endOfDay(to).getTime())
  );
}

/** Whether a ticket that was pushed to this person belongs in a list of theirs; mirrors the server's views. */
export function belongs(
  ticket: TicketSummary,
  filter: TicketFilter,
  user: User,
  isKnown = false,
  now: Date = new Date(),
): boolean {
  if (ticket.type !== filter.type) return false;
  if (Boolean(ticket.deletedAt) !== (filter.view === "deleted")) return false;
  if (filter.view !== "deleted" && !hasStatus(ticket.status, filter.status)) return false;
  if (!passes(ticket, filter, now)) return false;
  const raisedByMe = ticket.creator.id === user.id;
  switch (filter.view) {
    case "mine":
      return user.role === "USER" ? raisedByMe : ticket.assignee?.id === user.id;
    case "created":
      return raisedByMe;
    case "team":
      return (
        filter.team !== undefined || Boolean(ticket.teamId && user.teamIds.includes(ticket.teamId))
      );
    case "watching":
      // Who follows it is not said in a list: what is there stays, and the rest comes with the list.
      return isKnown;
    case "all":
    case "deleted":
      // What a person may not see is not pushed to them.
      return true;
  }
}
