import type { components } from "@/api/schema";
import type { FieldChange } from "@/features/tickets/field-change";
import { overtaking } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { PersonRef, Ticket, TicketPatch } from "@/shared/api/types";

type Body = components["schemas"]["WorkItemPatch"];

export function sendPatch(present: Ticket, patch: TicketPatch): Promise<Ticket> {
  return unwrap(
    api.PATCH(itemPath(present.type, "/api/tickets/{id}"), {
      params: { path: { id: present.id }, header: { "If-Match": `"${present.version}"` } },
      body: patch as Body,
    }),
  );
}

/** People are assigned by a request of their own. */
export function sendAssignee(present: Ticket, assignee: PersonRef | null): Promise<Ticket> {
  return unwrap(
    api.POST(itemPath(present.type, "/api/tickets/{id}/assign"), {
      params: { path: { id: present.id }, header: { "If-Match": `"${present.version}"` } },
      body: { assigneeId: assignee?.id ?? null },
    }),
  );
}

export function sendChange(present: Ticket, { assignee, ...patch }: FieldChange): Promise<Ticket> {
  return assignee === undefined ? sendPatch(present, patch) : sendAssignee(present, assignee);
}

/**
 * Sends a change upon this version, and upon a newer one as well as long as `mayFollow` says that what was changed
 * meanwhile is something else.
 */
export async function sendUpon(
  ticket: Ticket,
  change: FieldChange,
  mayFollow: (present: Ticket) => boolean,
): Promise<Ticket> {
  try {
    return await sendChange(ticket, change);
  } catch (error) {
    const present = overtaking<Ticket>(error);
    if (!present || !mayFollow(present)) throw error;
    return sendChange(present, change);
  }
}
