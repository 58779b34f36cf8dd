import { NOBODY, type Sieve, type TicketFilter } from "@/features/tickets/ticket-filter";
import type { User } from "@/shared/api/types";

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

export function isInUse(quick: QuickFilter, filter: TicketFilter): boolean {
  return keysOf(quick).every((key) => filter[key] === quick.change[key]);
}

/** The parts of the filter that those in use say. */
export function saidByQuickFilters(filter: TicketFilter, user: User): string[] {
  return quickFilters(filter, user)
    .filter((quick) => isInUse(quick, filter))
    .flatMap(keysOf);
}

/** The filter with it, or without it where it was in use. */
export function toggled(quick: QuickFilter, filter: TicketFilter): TicketFilter {
  if (!isInUse(quick, filter)) return { ...filter, ...quick.change };
  const next = { ...filter };
  for (const key of keysOf(quick)) {
    if (key === "status") next.status = "ACTIVE";
    else delete next[key as keyof Sieve];
  }
  return next;
}
