import { NOBODY, type Sieve, type TicketFilter } from "@/features/tickets/ticket-filter";
import type { User } from "@/shared/api/types";
import { PRIORITIES } from "@/shared/lib/labels";
import { join, split } from "@/shared/lib/several";

export interface QuickFilter {
  label: string;
  change: Partial<TicketFilter>;
}

/** What one asks a list most often, each with one press. */
export function quickFilters({ view }: TicketFilter, user: User): QuickFilter[] {
  if (view === "deleted") return [];
  const isShared = view === "team" || view === "all";
  return [
    ...(isShared
      ? [
          { label: "Mine", change: { assignee: user.id } },
          { label: "Unassigned", change: { assignee: NOBODY } },
        ]
      : []),
    { label: "Overdue", change: { due: "overdue" } },
    { label: "Due today", change: { due: "today" } },
    { label: "High priority", change: { priority: "HIGH" } },
    { label: "Critical", change: { priority: "CRITICAL" } },
    { label: "Waiting", change: { status: "ON_HOLD" } },
  ];
}

function keysOf({ change }: QuickFilter): (keyof TicketFilter)[] {
  return Object.keys(change) as (keyof TicketFilter)[];
}

/** Priorities are the ones that add up: with two of them, either will do. */
function isAsked(quick: QuickFilter, filter: TicketFilter, key: keyof TicketFilter): boolean {
  const wanted = quick.change[key];
  return key === "priority"
    ? split(filter.priority).includes(String(wanted))
    : filter[key] === wanted;
}

export function isInUse(quick: QuickFilter, filter: TicketFilter): boolean {
  return keysOf(quick).every((key) => isAsked(quick, filter, key));
}

/** The parts of the filter that those in use say. */
export function saidByQuickFilters(filter: TicketFilter, user: User): string[] {
  const inUse = quickFilters(filter, user).filter((quick) => isInUse(quick, filter));
  const saysAll = (key: string) =>
    key !== "priority" ||
    split(filter.priority).every((each) => inUse.some(({ change }) => change.priority === each));
  return inUse.flatMap(keysOf).filter(saysAll);
}

/** The filter with it, or without it where it was in use. */
export function toggled(quick: QuickFilter, filter: TicketFilter): TicketFilter {
  const { priority, ...change } = quick.change;
  const wasInUse = isInUse(quick, filter);
  const next = { ...filter };
  if (priority) {
    const others = split(filter.priority).filter((each) => each !== priority);
    next.priority = join(wasInUse ? others : [...others, priority], PRIORITIES);
    if (!next.priority) delete next.priority;
  }
  if (!wasInUse) return { ...next, ...change };
  for (const key of Object.keys(change)) {
    if (key === "status") next.status = "ACTIVE";
    else delete next[key as keyof Sieve];
  }
  return next;
}
