import { expect, test } from "vitest";
import { dayWords, durationWords, everyDay } from "@/features/teams/statistics";
import type { TeamStatistics } from "@/shared/api/types";

const NOW = Date.parse("2026-11-24T23:30:00.000Z");

function day(date: string, counts: Partial<TeamStatistics["days"][number]>) {
  const none = { ticketsCreated: 0, ticketsCompleted: 0, tasksCreated: 0, tasksCompleted: 0 };
  return { date, ...none, ...counts };
}

test("days on which nothing happened are there as well, up to today in UTC", () => {
  const days = [day("2026-11-22", { ticketsCreated: 3, ticketsCompleted: 1, tasksCreated: 7 })];
  expect(everyDay({ since: "2026-11-21", days }, "TICKET", NOW)).toEqual([
    { date: "2026-11-21", created: 0, completed: 0 },
    { date: "2026-11-22", created: 3, completed: 1 },
    { date: "2026-11-23", created: 0, completed: 0 },
    { date: "2026-11-24", created: 0, completed: 0 },
  ]);
  expect(everyDay({ since: "2026-11-22", days }, "TASK", NOW)[0]?.created).toBe(7);
});

test("a day that the server tells of is shown, though this clock has not reached it", () => {
  const days = [day("2026-11-25", { ticketsCreated: 1 })];
  const shown = everyDay({ since: "2026-11-24", days }, "TICKET", NOW);
  expect(shown.map(({ date }) => date)).toEqual(["2026-11-24", "2026-11-25"]);
});

test("the end of summer time neither doubles a day nor drops one", () => {
  const shown = everyDay({ since: "2026-10-24", days: [] }, "TICKET", NOW);
  expect(shown).toHaveLength(32);
  expect(new Set(shown.map(({ date }) => date)).size).toBe(32);
});

test.each([
  [0, "0 min"],
  [45, "45 min"],
  [60, "1 h"],
  [200, "3 h 20 min"],
  [24 * 60 + 59, "1 day"],
  [52 * 60, "2 days 4 h"],
])("%i minutes are %s", (minutes, words) => {
  expect(durationWords(minutes)).toBe(words);
});

test("a day is named with its weekday", () => {
  expect(dayWords("2026-11-24")).toBe("Tue 24 Nov");
});
