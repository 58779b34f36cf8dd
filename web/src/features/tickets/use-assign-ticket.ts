import { useChangeTicket } from "@/features/tickets/change-ticket";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { PersonRef, Ticket } from "@/shared/api/types";

export function useAssignTicket(ref: string) {
  const { mutate, isPending } = useChangeTicket(ref);
  return {
    isPending,
    assign: (ticket: Ticket, assignee: PersonRef | null) =>
      mutate({
        ticket,
        change: {
          optimistic: (present) => ({ ...present, assignee }),
          send: (present) =>
            unwrap(
              api.POST(itemPath(present.type, "/api/tickets/{id}/assign"), {
                params: {
                  path: { id: present.id },
                  header: { "If-Match": `"${present.version}"` },
                },
                body: { assigneeId: assignee?.id ?? null },
              }),
            ),
        },
      }),
  };
}
