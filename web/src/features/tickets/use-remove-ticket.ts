import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ticketKey } from "@/features/tickets/use-ticket";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Ticket } from "@/shared/api/types";

type Which = Pick<Ticket, "type" | "id" | "number">;

function useRemoval<Answer>(send: (item: Which) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (_answer, { id, number }) => {
      void client.invalidateQueries({ queryKey: ticketKey(number) });
      void client.invalidateQueries({ queryKey: ["tickets"] });
      void client.invalidateQueries({ queryKey: ["activity", id] });
    },
  });
}

export function useDeleteTicket() {
  return useRemoval(({ type, id }) =>
    unwrap(api.DELETE(itemPath(type, "/api/tickets/{id}"), { params: { path: { id } } })),
  );
}

export function useRestoreTicket() {
  return useRemoval(({ type, id }) =>
    unwrap(api.POST(itemPath(type, "/api/tickets/{id}/restore"), { params: { path: { id } } })),
  );
}
