import { useChangeTicket } from "@/features/tickets/change-ticket";
import { contested, editPatch, type TicketEdit } from "@/features/tickets/ticket-edit";
import { overtaking } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Ticket } from "@/shared/api/types";

type TicketEditPatch = ReturnType<typeof editPatch>;

/** The ticket as it stands, where a change came too late. */
export function overtakenBy(error: unknown): Ticket | null {
  return overtaking<Ticket>(error);
}

function patchTicket(
  { type, id }: Ticket,
  version: number,
  body: TicketEditPatch,
): Promise<Ticket> {
  return unwrap(
    api.PATCH(itemPath(type, "/api/tickets/{id}"), {
      params: { path: { id }, header: { "If-Match": `"${version}"` } },
      body,
    }),
  );
}

/**
 * Sends the edit upon the version that was read, not upon the newest: an edit takes minutes, and what
 * came meanwhile was not looked at. A version that differs elsewhere, in a status say, is no reason to
 * ask anybody, so upon such a one it is sent once more.
 */
async function sendEdit(ticket: Ticket, edit: TicketEdit): Promise<Ticket> {
  const patch = editPatch(edit);
  try {
    return await patchTicket(ticket, edit.over.version, patch);
  } catch (error) {
    const present = overtakenBy(error);
    if (!present || contested(edit, present).length > 0) throw error;
    return patchTicket(ticket, present.version, patch);
  }
}

interface Outcome {
  onSaved: () => void;
  onRefused: (error: unknown) => void;
}

export function useEditTicket(ref: string) {
  const { mutate, isPending } = useChangeTicket(ref);
  return {
    isPending,
    save: (ticket: Ticket, edit: TicketEdit, { onSaved, onRefused }: Outcome) =>
      mutate(
        {
          ticket,
          change: {
            // The description is shown once the server has cleaned it.
            optimistic: (present) => ({
              ...present,
              title: editPatch(edit).title ?? present.title,
            }),
            send: () => sendEdit(ticket, edit),
          },
        },
        { onSuccess: onSaved, onError: onRefused },
      ),
  };
}
