import { useChangeTicket } from "@/features/tickets/change-ticket";
import { contested, editPatch, type TicketEdit } from "@/features/tickets/ticket-edit";
import { overtaking } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import type { Ticket, TicketPatch } from "@/shared/api/types";

/** The ticket as it stands, where a change came too late. */
export function overtakenBy(error: unknown): Ticket | null {
  return overtaking<Ticket>(error);
}

function patchTicket(id: string, version: number, body: TicketPatch): Promise<Ticket> {
  return unwrap(
    api.PATCH("/api/tickets/{id}", {
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
async function sendEdit(id: string, edit: TicketEdit): Promise<Ticket> {
  const patch = editPatch(edit);
  try {
    return await patchTicket(id, edit.over.version, patch);
  } catch (error) {
    const present = overtakenBy(error);
    if (!present || contested(edit, present).length > 0) throw error;
    return patchTicket(id, present.version, patch);
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
            send: () => sendEdit(ticket.id, edit),
          },
        },
        { onSuccess: onSaved, onError: onRefused },
      ),
  };
}
