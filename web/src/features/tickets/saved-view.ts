import { COLUMNS, type Column } from "@/features/tickets/columns";
import type { DueFilter } from "@/features/tickets/due-filter";
import { parseSorting } from "@/features/tickets/sorting";
import {
  NOBODY,
  type StatusFilter,
  searchOf,
  type TicketFilter,
  type TicketSearch,
} from "@/features/tickets/ticket-filter";
import type { Priority, SavedView, ViewFilter } from "@/shared/api/types";
import { listTarget } from "@/shared/lib/item-words";
import { PRIORITIES } from "@/shared/lib/labels";
import { join, joinSorted, split } from "@/shared/lib/several";

type Due = NonNullable<ViewFilter["due"]>;

const DUE = { overdue: "OVERDUE", today: "TODAY", week: "WEEK" } as const;
const DUE_HERE: Record<Due, DueFilter> = { OVERDUE: "overdue", TODAY: "today", WEEK: "week" };

/** A list as the server keeps it under a name. What is deleted is no such list. */
export function viewFilter(filter: TicketFilter): ViewFilter {
  const { view, status, priority, category, team, assignee, tag, due, from, to } = filter;
  const { sort, order } = filter;
  const run = due !== undefined && due in DUE ? DUE[due as keyof typeof DUE] : undefined;
  const kept: ViewFilter = {
    whose: view,
    status: status === "ALL" ? undefined : status,
    priority: priority ? split<Priority>(priority) : undefined,
    categoryId: category ? split(category) : undefined,
    teamId: team,
    assigneeId: assignee === NOBODY ? undefined : assignee,
    unassigned: assignee === NOBODY ? true : undefined,
    tag,
    due: run,
    dueBy: run ? undefined : due,
    createdFrom: from,
    createdTo: to,
    sort,
    order,
  };
  return JSON.parse(JSON.stringify(kept)) as ViewFilter;
}

/** The list that a view stands for; of two days until which something is due, the nearer one is shown. */
export function filterOfView({ itemType, filter }: SavedView): TicketFilter {
  const due = filter.due ? DUE_HERE[filter.due] : (filter.dueBy as DueFilter | undefined);
  const shown: TicketFilter = {
    type: itemType,
    view: filter.whose ?? "mine",
    status: (filter.status as StatusFilter | undefined) ?? "ALL",
    priority: join(filter.priority ?? [], PRIORITIES),
    category: joinSorted(filter.categoryId ?? []),
    team: filter.teamId ?? undefined,
    assignee: filter.unassigned ? NOBODY : (filter.assigneeId ?? undefined),
    tag: filter.tag ?? undefined,
    due: due ?? undefined,
    from: filter.createdFrom ?? undefined,
    to: filter.createdTo ?? undefined,
    ...parseSorting({ sort: filter.sort, order: filter.order }),
  };
  return JSON.parse(JSON.stringify(shown)) as TicketFilter;
}

/** The columns that a view keeps; null where each reader's own choice holds. */
export function columnsOfView(view: SavedView): Column[] | null {
  const known = COLUMNS.filter((column) => view.columns.includes(column));
  return known.length > 0 ? known : null;
}

/** The address of a view: its name for the app, and what it stands for to everybody else. */
export function viewTarget(view: SavedView) {
  const search: TicketSearch = { ...searchOf(filterOfView(view)), saved: view.id };
  return { ...listTarget(view.itemType), search };
}

function sorted(filter: TicketFilter): string {
  return JSON.stringify(Object.entries(filter).sort(([one], [other]) => one.localeCompare(other)));
}

/** Whether what is shown is no longer what the view keeps. `columns` are those that were chosen over its own. */
export function isEdited(view: SavedView, filter: TicketFilter, columns: Column[] | null): boolean {
  const kept = columnsOfView(view);
  const hasOtherColumns = kept !== null && columns !== null && kept.join() !== columns.join();
  const shown = JSON.parse(JSON.stringify(filter)) as TicketFilter;
  return hasOtherColumns || sorted(shown) !== sorted(filterOfView(view));
}

/** How many there are, as far as was counted. */
export function countLabel({ count, isMore }: { count: number; isMore: boolean }): string {
  return isMore ? `${count}+` : `${count}`;
}
