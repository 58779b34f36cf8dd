import { expect, test } from "vitest";
import {
  nextSorting,
  optionOf,
  orderOf,
  parseSorting,
  SORT_OPTIONS,
  SORTS,
  type Sorting,
  sortHint,
  sortingOf,
} from "@/features/tickets/sorting";

test.each<[Record<string, unknown>, Sorting]>([
  [{}, {}],
  [{ sort: "due" }, { sort: "due" }],
  [{ sort: "due", order: "asc" }, { sort: "due" }],
  [
    { sort: "due", order: "desc" },
    { sort: "due", order: "desc" },
  ],
  [{ sort: "created", order: "desc" }, { sort: "created" }],
  [{ sort: "created", order: "up" }, { sort: "created" }],
  [{ sort: "title" }, {}],
  [{ order: "asc" }, {}],
])("an address of %o is read as %o", (search, sorting) => {
  expect(parseSorting(search)).toEqual(sorting);
});

test("the soonest due comes first unless told, of everything else the latest and the most urgent", () => {
  expect(SORTS.map((sort) => orderOf({ sort }))).toEqual(["desc", "desc", "asc", "desc"]);
  expect(orderOf({})).toBeNull();
});

test.each(SORTS)("the third press on the heading of %s leads back to the usual order", (sort) => {
  const first = nextSorting({}, sort);
  const second = nextSorting(first, sort);
  expect(first).toEqual({ sort });
  expect(orderOf(second)).not.toBe(orderOf(first));
  expect(nextSorting(second, sort)).toEqual({});
  expect(sortHint(second, sort)).toBe("Usual order");
});

test("the heading of another column begins anew", () => {
  expect(nextSorting({ sort: "created", order: "asc" }, "due")).toEqual({ sort: "due" });
});

test("every choice stands for the order that it names", () => {
  expect(SORT_OPTIONS).toHaveLength(9);
  for (const { value } of SORT_OPTIONS) expect(optionOf(sortingOf(value))).toBe(value);
});
