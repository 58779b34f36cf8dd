import { expect, test } from "vitest";
import { dueState } from "@/shared/lib/due";

const now = Date.parse("2026-11-24T12:00:00.000Z");

test.each([
  ["2026-11-24T11:30:00.000Z", "overdue", "overdue by 30 min"],
  ["2026-11-24T09:00:00.000Z", "overdue", "overdue by 3 h"],
  ["2026-11-20T12:00:00.000Z", "overdue", "overdue by 4 days"],
  ["2026-11-24T17:00:00.000Z", "soon", "due in 5 h"],
  ["2026-12-24T12:00:00.000Z", "later", "due 24 Dec"],
] as const)("%s is %s", (dueDate, kind, text) => {
  expect(dueState({ dueDate, status: "IN_PROGRESS" }, now)).toEqual({ kind, text });
});

test("of what is done it is said that it was due, where it was late", () => {
  const due = { dueDate: "2026-11-20T12:00:00.000Z", status: "CLOSED" } as const;
  expect(dueState({ ...due, completedAt: "2026-11-21T12:00:00.000Z" }, now)).toEqual({
    kind: "done",
    text: "was due 4 days ago",
  });
  expect(dueState({ ...due, completedAt: "2026-11-19T12:00:00.000Z" }, now)).toBeNull();
  expect(dueState({ ...due, completedAt: null }, now)).toBeNull();
});

test("without a date there is nothing to say", () => {
  expect(dueState({ dueDate: null, status: "OPEN" }, now)).toBeNull();
});
