import type { ItemType, TeamStatistics } from "@/shared/api/types";

/** The spans of days that one can look at. */
export const PERIODS = [7, 30, 90] as const;
export type Period = (typeof PERIODS)[number];

export interface DayCount {
  /** In UTC, as `2026-11-24`. */
  date: string;
  created: number;
  completed: number;
}

const DAY_MS = 24 * 60 * 60_000;

/** Each day from the first one to today: the server tells only those on which something happened. */
export function everyDay(
  { since, days }: Pick<TeamStatistics, "since" | "days">,
  type: ItemType,
  now: number = Date.now(),
): DayCount[] {
  const told = new Map(days.map((day) => [day.date, day]));
  // Clocks differ: a day that the server tells of has begun.
  const today = new Date(now).toISOString().slice(0, 10);
  const last = Math.max(...[today, ...told.keys()].map((date) => Date.parse(date)));
  const all: DayCount[] = [];
  for (let at = Date.parse(since); at <= last; at += DAY_MS) {
    const date = new Date(at).toISOString().slice(0, 10);
    const day = told.get(date);
    const isTask = type === "TASK";
    all.push({
      date,
      created: (isTask ? day?.tasksCreated : day?.ticketsCreated) ?? 0,
      completed: (isTask ? day?.tasksCompleted : day?.ticketsCompleted) ?? 0,
    });
  }
  return all;
}

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

/** "Tue 24 Nov" */
export function dayWords(date: string): string {
  return dayFormat.format(Date.parse(date)).replace(",", "");
}

function unit(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** "45 min", "3 h 20 min", "2 days 4 h": the two largest units. */
export function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  if (hours < 24) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  const days = unit(Math.floor(hours / 24), "day");
  return hours % 24 === 0 ? days : `${days} ${hours % 24} h`;
}
