import { expect, test } from "vitest";
import { COLUMNS, type Column, defaultColumns } from "@/features/tickets/columns";
import { columnWidth, fittingColumns } from "@/features/tickets/table-room";

/** What the title is left with. */
function titleWidth(columns: readonly Column[], tableWidth: number): number {
  return columns.reduce(
    (left, column) => left - columnWidth(column, columns, tableWidth),
    tableWidth - 126,
  );
}

test.each([728, 760, 836, 936, 1016, 1176, 1416, 1656])(
  "in a list of %i pixels the title can be read",
  (tableWidth) => {
    for (const wanted of [COLUMNS, defaultColumns(false), defaultColumns(true)]) {
      const columns = fittingColumns(wanted, tableWidth);
      expect(columns.length).toBeGreaterThan(2);
      expect(titleWidth(columns, tableWidth)).toBeGreaterThanOrEqual(240);
    }
  },
);

test("what matters least is left out first, and the order stays", () => {
  const columns = defaultColumns(false);
  expect(fittingColumns(columns, 1016)).toEqual(columns);
  expect(fittingColumns(columns, 936)).toEqual([
    "status",
    "priority",
    "assignee",
    "due",
    "updated",
  ]);
  expect(fittingColumns(columns, 760)).toEqual(["status", "priority", "assignee"]);
});

test("what somebody chose is shown where there is room for it", () => {
  expect(fittingColumns(["tags", "created"], 760)).toEqual(["tags", "created"]);
});

test("what the list is sorted by stays", () => {
  expect(fittingColumns(defaultColumns(false), 760, "updated")).toEqual([
    "status",
    "priority",
    "updated",
  ]);
});

test("names are as wide as there is room for, and no wider", () => {
  const columns: Column[] = ["status", "assignee"];
  expect(columnWidth("assignee", columns, 588)).toBe(104);
  expect(columnWidth("assignee", columns, 650)).toBe(135);
  expect(columnWidth("assignee", columns, 2000)).toBe(170);
  expect(columnWidth("status", columns, 2000)).toBe(118);
});
