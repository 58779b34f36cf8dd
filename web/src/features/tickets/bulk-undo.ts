import { NEXT_STATUSES } from "@/features/tickets/status-flow";
import type { BulkFields, TicketSummary } from "@/shared/api/types";

/** One change that takes back what was done to some. */
export interface BulkStep {
  ids: string[];
  change: BulkFields;
}

function inverse(before: TicketSummary, change: BulkFields): BulkFields | null {
  if (change.status) {
    if (before.status === change.status) return {};
    return NEXT_STATUSES[change.status].includes(before.status) ? { status: before.status } : null;
  }
  if (change.priority) {
    return before.priority === change.priority ? {} : { priority: before.priority };
  }
  if (change.assigneeId !== undefined) {
    const assigneeId = before.assignee?.id ?? null;
    return assigneeId === change.assigneeId ? {} : { assigneeId };
  }
  if (change.addTags || change.removeTags) {
    const added = (change.addTags ?? []).filter((tag) => !before.tags.includes(tag));
    const removed = (change.removeTags ?? []).filter((tag) => before.tags.includes(tag));
    return {
      ...(added.length > 0 ? { removeTags: added } : {}),
      ...(removed.length > 0 ? { addTags: removed } : {}),
    };
  }
  return null;
}

/**
 * The changes that put everything back as it was, one for all that are put back alike; null where the
 * flow of status leads nowhere back, or nobody can undo such a change.
 */
export function undoSteps(before: readonly TicketSummary[], change: BulkFields): BulkStep[] | null {
  const steps = new Map<string, BulkStep>();
  for (const ticket of before) {
    const back = inverse(ticket, change);
    if (!back) return null;
    if (Object.keys(back).length === 0) continue;
    const key = JSON.stringify(back);
    const step = steps.get(key) ?? { ids: [], change: back };
    step.ids.push(ticket.id);
    steps.set(key, step);
  }
  return steps.size > 0 ? [...steps.values()] : null;
}
