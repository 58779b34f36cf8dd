import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ticketKey } from "@/features/tickets/use-ticket";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Ticket } from "@/shared/api/types";

/** Merges a ticket into another; the answer is the one that goes on. */
export function useMergeTicket({ type, id, number }: Ticket) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (into: string): Promise<Ticket> =>
      unwrap(
        api.POST(itemPath(type, "/api/tickets/{id}/merge"), {
          params: { path: { id } },
          body: { into },
        }),
      ),
    onSuccess: (target) => {
      for (const each of [number, target.number]) {
        void client.invalidateQueries({ queryKey: ticketKey(each) });
      }
      void client.invalidateQueries({ queryKey: ["tickets"], refetchType: "none" });
      void client.invalidateQueries({ queryKey: ["activity"] });
    },
  });
}
