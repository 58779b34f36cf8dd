import type { TicketSummary } from "@/shared/api/types";
import { ACTIVE_STATUSES } from "@/shared/lib/labels";
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

/**
 * How a due date stands to now, in a kind for the colour and in words. What is done is never overdue,
 * and of what was done in time there is nothing to say.
 */
export function dueState(
  { dueDate, status, completedAt }: Pick<TicketSummary, "dueDate" | "status" | "completedAt">,
  now: number,
): { kind: DueKind; text: string } | null {
  if (!dueDate) return null;
  const due = Date.parse(dueDate);
  if (!ACTIVE_STATUSES.includes(status)) {
    const isLate = completedAt && Date.parse(completedAt) > due;
    return isLate ? { kind: "done", text: `was due ${relativeTime(dueDate, now)}` } : null;
  }
  const left = due - now;
  if (left < 0) return { kind: "overdue", text: `overdue by ${span(left)}` };
  if (left < SOON_MS) return { kind: "soon", text: `due in ${span(left)}` };
  return { kind: "later", text: `due ${relativeTime(dueDate, now)}` };
}
