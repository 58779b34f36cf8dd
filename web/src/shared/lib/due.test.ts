import { expect, test } from "vitest";
import { dueState } from "@/shared/lib/due";

const now = Date.parse("2026-11-24T12:00:00.000Z");

test.each([
  ["2026-11-24T11:30:00.000Z", true, "overdue", "overdue by 30 min"],
  ["2026-11-24T09:00:00.000Z", true, "overdue", "overdue by 3 h"],
  ["2026-11-20T12:00:00.000Z", true, "overdue", "overdue by 4 days"],
  ["2026-11-24T17:00:00.000Z", true, "soon", "due in 5 h"],
  ["2026-12-24T12:00:00.000Z", true, "later", "due 24 Dec"],
  ["2026-11-20T12:00:00.000Z", false, "done", "was due 4 days ago"],
] as const)("%s, active: %s, is %s", (dueDate, isActive, kind, text) => {
  expect(dueState(dueDate, isActive, now)).toEqual({ kind, text });
});
