import { useChangeTicket } from "@/features/tickets/change-ticket";
import { api, unwrap } from "@/shared/api/client";
import type { Ticket, TicketPatch } from "@/shared/api/types";

function withPatch(ticket: Ticket, patch: TicketPatch): Ticket {
  return { ...ticket, ...patch } as Ticket;
}

export function useUpdateTicket(ref: string) {
  const { mutate, isPending } = useChangeTicket(ref);
  return {
    isPending,
    update: (ticket: Ticket, patch: TicketPatch) =>
      mutate({
        ticket,
        change: {
          optimistic: (present) => withPatch(present, patch),
          send: (present) =>
            unwrap(
              api.PATCH("/api/tickets/{id}", {
                params: {
                  path: { id: present.id },
                  header: { "If-Match": `"${present.version}"` },
                },
                body: patch,
              }),
            ),
        },
      }),
  };
}
