import type { BulkStep } from "@/features/tickets/bulk-undo";
import type { Outcomes } from "@/shared/api/types";

/** The most that the server takes at once. */
const MOST_AT_ONCE = 200;

export const NOTHING_DONE: Outcomes = { done: 0, failed: 0, items: [] };

export function together(one: Outcomes, other: Outcomes): Outcomes {
  return {
    done: one.done + other.done,
    failed: one.failed + other.failed,
    items: [...one.items, ...other.items],
  };
}

/** The same change in as many steps as the server needs. */
export function inParts({ ids, change }: BulkStep): BulkStep[] {
  const parts: BulkStep[] = [];
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE) {
    parts.push({ ids: ids.slice(at, at + MOST_AT_ONCE), change });
  }
  return parts;
}
