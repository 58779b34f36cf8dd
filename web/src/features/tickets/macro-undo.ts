import type { MacroActions, PersonRef, Ticket, TicketPatch } from "@/shared/api/types";

/** What puts a ticket back as it was; people are assigned by a request of their own. */
export interface MacroUndo {
  patch: TicketPatch;
  /** Absent where the assignee stays. */
  assignee?: PersonRef | null;
}

/**
 * What takes back what a macro did to a ticket; null where there is nothing to take back, or no way: the flow
 * of status leads nowhere back, answers were left behind with a category, or the ticket is somebody else's now.
 */
export function macroUndo(before: Ticket, after: Ticket, actions: MacroActions): MacroUndo | null {
  // Somebody else changed it in between: what was before the macro is not known here.
  if (after.version !== before.version + 1 || !after.canEdit) return null;
  const patch: TicketPatch = {};
  if (actions.status && after.status !== before.status) {
    if (!after.allowedStatuses.includes(before.status)) return null;
    patch.status = before.status;
  }
  if (actions.priority && after.priority !== before.priority) patch.priority = before.priority;
  if (actions.categoryId && after.categoryId !== before.categoryId) {
    if (JSON.stringify(after.customFields) !== JSON.stringify(before.customFields)) return null;
    patch.categoryId = before.categoryId ?? null;
  }
  if (actions.teamId && after.teamId !== before.teamId) {
    // Only an admin may leave it in nobody's queue.
    if (!before.teamId) return null;
    patch.teamId = before.teamId;
  }
  if (after.tags.join() !== before.tags.join()) patch.tags = before.tags;
  const isReassigned = (after.assignee?.id ?? null) !== (before.assignee?.id ?? null);
  if (isReassigned && !after.canAssign) return null;
  if (Object.keys(patch).length === 0 && !isReassigned) return null;
  return { patch, ...(isReassigned ? { assignee: before.assignee ?? null } : {}) };
}
