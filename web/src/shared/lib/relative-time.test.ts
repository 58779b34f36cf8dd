import { expect, test } from "vitest";
import { relativeTime } from "@/shared/lib/relative-time";

const now = Date.parse("2026-11-24T12:00:00.000Z");

test.each([
  ["2026-11-24T11:59:40.000Z", "just now"],
  ["2026-11-24T12:00:20.000Z", "just now"],
  ["2026-11-24T11:55:00.000Z", "5 min ago"],
  ["2026-11-24T09:00:00.000Z", "3 h ago"],
  ["2026-11-23T12:00:00.000Z", "yesterday"],
  ["2026-11-20T12:00:00.000Z", "4 days ago"],
  ["2026-11-01T12:00:00.000Z", "1 Nov"],
  ["2025-11-01T12:00:00.000Z", "1 Nov 2025"],
  ["2026-11-24T12:10:00.000Z", "in 10 min"],
  ["not an instant", ""],
])("%s is told as %s", (instant, told) => {
  expect(relativeTime(instant, now)).toBe(told);
});
