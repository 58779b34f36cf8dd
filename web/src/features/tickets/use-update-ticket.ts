import type { components } from "@/api/schema";
import { useChangeTicket } from "@/features/tickets/change-ticket";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Ticket, TicketPatch } from "@/shared/api/types";

type Body = components["schemas"]["WorkItemPatch"];

interface Outcome {
  onSaved?: () => void;
  onRefused?: (error: unknown) => void;
  /** Failures that the caller tells of by itself. */
  isTold?: (error: unknown) => boolean;
}

function withPatch(ticket: Ticket, patch: TicketPatch): Ticket {
  return { ...ticket, ...patch } as Ticket;
}

function send(present: Ticket, patch: TicketPatch): Promise<Ticket> {
  return unwrap(
    api.PATCH(itemPath(present.type, "/api/tickets/{id}"), {
      params: { path: { id: present.id }, header: { "If-Match": `"${present.version}"` } },
      body: patch as Body,
    }),
  );
}

export function useUpdateTicket(ref: string) {
  const { mutate, isPending } = useChangeTicket(ref);
  return {
    isPending,
    update: (ticket: Ticket, patch: TicketPatch, { onSaved, onRefused, isTold }: Outcome = {}) =>
      mutate(
        {
          ticket,
          change: {
            optimistic: (present) => withPatch(present, patch),
            send: (present) => send(present, patch),
            isTold,
          },
        },
        { onSuccess: onSaved, onError: onRefused },
      ),
  };
}
