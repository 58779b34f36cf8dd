import { expect, test } from "vitest";
import { relativeTime } from "@/shared/lib/relative-time";

const now = Date.parse("2026-11-24T12:00:00.000");

test.each([
  ["2026-11-24T11:59:40.000", "just now"],
  ["2026-11-24T12:00:20.000", "just now"],
  ["2026-11-24T11:55:00.000", "5 min ago"],
  ["2026-11-24T11:59:10.000", "1 min ago"],
  ["2026-11-24T11:00:10.000", "59 min ago"],
  ["2026-11-24T09:00:00.000", "3 h ago"],
  ["2026-11-24T09:10:00.000", "2 h ago"],
  ["2026-11-23T16:00:00.000", "20 h ago"],
  ["2026-11-23T12:00:00.000", "yesterday"],
  ["2026-11-23T02:00:00.000", "yesterday"],
  ["2026-11-22T22:00:00.000", "2 days ago"],
  ["2026-11-20T12:00:00.000", "4 days ago"],
  ["2026-11-01T12:00:00.000", "1 Nov"],
  ["2025-11-01T12:00:00.000", "1 Nov 2025"],
  ["2026-11-24T12:10:00.000", "in 10 min"],
  ["2026-11-25T20:00:00.000", "tomorrow"],
  ["not an instant", ""],
])("%s is told as %s", (instant, told) => {
  expect(relativeTime(instant, now)).toBe(told);
});

test("what was early today was not yesterday, however long ago it is", () => {
  const late = Date.parse("2026-11-24T23:30:00.000");
  expect(relativeTime("2026-11-24T00:30:00.000", late)).toBe("23 h ago");
});

test.each([
  ["2026-11-01T12:00:00.000", "1 Nov, 12:00"],
  ["2025-11-01T12:00:00.000", "1 Nov 2025, 12:00"],
  ["2026-11-23T12:00:00.000", "yesterday"],
])("with its time, %s is told as %s", (instant, words) => {
  expect(relativeTime(instant, now, { hasTime: true })).toBe(words);
});
