import { useMutation, useQueryClient } from "@tanstack/react-query";
import { prependOlder } from "@/features/tickets/ticket-cache";
import { ticketKey } from "@/features/tickets/use-ticket";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Ticket, TicketDetails } from "@/shared/api/types";

export function useOlderComments(ref: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ticket, cursor }: { ticket: Ticket; cursor: string }) =>
      unwrap(
        api.GET(itemPath(ticket.type, "/api/tickets/{id}/comments"), {
          params: { path: { id: ticket.id }, query: { cursor, limit: 50 } },
        }),
      ),
    onSuccess: (older) =>
      client.setQueryData<TicketDetails>(
        ticketKey(ref),
        (details) => details && prependOlder(details, older),
      ),
  });
}
