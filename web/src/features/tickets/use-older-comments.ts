import { useMutation, useQueryClient } from "@tanstack/react-query";
import { prependOlder } from "@/features/tickets/ticket-cache";
import { ticketKey } from "@/features/tickets/use-ticket";
import { api, unwrap } from "@/shared/api/client";
import type { TicketDetails } from "@/shared/api/types";

export function useOlderComments(ref: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ticketId, cursor }: { ticketId: string; cursor: string }) =>
      unwrap(
        api.GET("/api/tickets/{id}/comments", {
          params: { path: { id: ticketId }, query: { cursor, limit: 50 } },
        }),
      ),
    onSuccess: (older) =>
      client.setQueryData<TicketDetails>(
        ticketKey(ref),
        (details) => details && prependOlder(details, older),
      ),
  });
}
