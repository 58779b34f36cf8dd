import { relativeTime } from "@/shared/lib/relative-time";

export type DueKind = "overdue" | "soon" | "later" | "done";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SOON_MS = DAY_MS;

function span(milliseconds: number): string {
  const distance = Math.abs(milliseconds);
  if (distance < HOUR_MS) return `${Math.max(1, Math.round(distance / 60_000))} min`;
  if (distance < 2 * DAY_MS) return `${Math.round(distance / HOUR_MS)} h`;
  return `${Math.round(distance / DAY_MS)} days`;
}

/** How a due date stands to now, in a kind for the colour and in words. What is done is never overdue. */
export function dueState(
  dueDate: string,
  isActive: boolean,
  now: number,
): { kind: DueKind; text: string } {
  const left = Date.parse(dueDate) - now;
  if (!isActive) return { kind: "done", text: `was due ${relativeTime(dueDate, now)}` };
  if (left < 0) return { kind: "overdue", text: `overdue by ${span(left)}` };
  if (left < SOON_MS) return { kind: "soon", text: `due in ${span(left)}` };
  return { kind: "later", text: `due ${relativeTime(dueDate, now)}` };
}
