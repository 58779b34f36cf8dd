import type { Column } from "@/features/tickets/columns";
import type { Sort, SortOrder } from "@/shared/api/types";

export const SORTS = ["created", "updated", "due", "priority"] as const satisfies Sort[];

/** By what a list is put in order; without it along the flow of status, the newest first. */
export interface Sorting {
  sort?: Sort;
  /** Which end comes first, where that is not the usual one. */
  order?: SortOrder;
}

/** Which end comes first unless told: the latest, the most urgent, and the soonest due. */
function usualOrder(sort: Sort): SortOrder {
  return sort === "due" ? "asc" : "desc";
}

const OTHER: Record<SortOrder, SortOrder> = { asc: "desc", desc: "asc" };

export function parseSorting({ sort: by, order }: Record<string, unknown>): Sorting {
  const sort = SORTS.find((each) => each === by);
  if (!sort) return {};
  const isOther = order === OTHER[usualOrder(sort)];
  return isOther ? { sort, order: OTHER[usualOrder(sort)] } : { sort };
}

/** The order that holds; null where the list is not sorted. */
export function orderOf({ sort, order }: Sorting): SortOrder | null {
  return sort ? (order ?? usualOrder(sort)) : null;
}

/** The one that a column stands for. */
export function sortOfColumn(column: Column): Sort | undefined {
  return SORTS.find((each) => each === column);
}

/** What a column's heading does: sorts by it, turns that round, and at the third time ends it. */
export function nextSorting(present: Sorting, sort: Sort): Sorting {
  if (present.sort !== sort) return { sort };
  return present.order ? {} : { sort, order: OTHER[usualOrder(sort)] };
}

const WORDS: Record<Sort, Record<SortOrder, string>> = {
  created: { desc: "Newest first", asc: "Oldest first" },
  updated: { desc: "Last changed first", asc: "Longest unchanged first" },
  due: { asc: "Soonest due first", desc: "Latest due first" },
  priority: { desc: "Most urgent first", asc: "Least urgent first" },
};

/** What a column's heading says that it does next. */
export function sortHint(present: Sorting, sort: Sort): string {
  const next = nextSorting(present, sort);
  const order = orderOf(next);
  return next.sort && order ? WORDS[next.sort][order] : USUAL_LABEL;
}

export const USUAL_LABEL = "Usual order";

/** All that a list can be put in, for a choice; the value of the usual order is empty. */
export const SORT_OPTIONS = [
  { value: "", label: USUAL_LABEL },
  ...SORTS.flatMap((sort) =>
    [usualOrder(sort), OTHER[usualOrder(sort)]].map((order) => ({
      value: `${sort} ${order}`,
      label: WORDS[sort][order],
    })),
  ),
];

export function optionOf(sorting: Sorting): string {
  return sorting.sort ? `${sorting.sort} ${orderOf(sorting)}` : "";
}

export function sortingOf(option: string | null): Sorting {
  const [sort, order] = (option ?? "").split(" ");
  return parseSorting({ sort, order });
}
