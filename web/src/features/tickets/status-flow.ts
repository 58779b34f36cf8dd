import type { Status, TicketSummary } from "@/shared/api/types";
import { ACTIVE_STATUSES, STATUS_LABEL, STATUSES } from "@/shared/lib/labels";

/** The flow for those who handle an item, as the server has it: `shared/domain/src/work_item.rs`. */
export const NEXT_STATUSES: Record<Status, readonly Status[]> = {
  OPEN: ["IN_PROGRESS", "CANCELLED"],
  IN_PROGRESS: ["ON_HOLD", "RESOLVED", "CANCELLED"],
  ON_HOLD: ["IN_PROGRESS", "RESOLVED", "CANCELLED"],
  RESOLVED: ["CLOSED", "IN_PROGRESS"],
  CLOSED: ["IN_PROGRESS"],
  CANCELLED: [],
};

/** Whether an item may be given this status, by its handler or by the one who raised it. */
function mayBecome({ status, creator }: TicketSummary, next: Status, userId: string): boolean {
  const isOwnToClose =
    creator.id === userId && next === "CLOSED" && ACTIVE_STATUSES.includes(status);
  return isOwnToClose || NEXT_STATUSES[status].includes(next);
}

function inWords(statuses: readonly Status[]): string {
  const words = statuses.map((status) => STATUS_LABEL[status].toLowerCase());
  const last = words.pop();
  return words.length > 0 ? `${words.join(", ")} or ${last}` : `${last}`;
}

/** Why none of these items may be given this status; null where at least one may. */
export function whyNone(
  items: readonly TicketSummary[],
  next: Status,
  userId: string,
): string | null {
  if (items.some((item) => mayBecome(item, next, userId))) return null;
  if (items.every(({ status }) => status === next))
    return `Already ${STATUS_LABEL[next].toLowerCase()}`;
  const before = STATUSES.filter((status) => NEXT_STATUSES[status].includes(next));
  return before.length > 0 ? `Only from ${inWords(before)}` : "Only new ones are open";
}
