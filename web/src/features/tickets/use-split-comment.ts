import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ticketKey } from "@/features/tickets/use-ticket";
import { api, unwrap } from "@/shared/api/client";
import type { Comment, Ticket } from "@/shared/api/types";
import { submitKey } from "@/shared/lib/submit-key";

/** Gives a comment a ticket of its own, which is the answer. */
export function useSplitComment(ref: string, { id }: Comment) {
  const client = useQueryClient();
  const [key] = useState(() => submitKey());
  return useMutation({
    mutationFn: (title: string): Promise<Ticket> =>
      unwrap(
        api.POST("/api/comments/{id}/split", {
          params: { path: { id }, header: { "Idempotency-Key": key.for({ id, title }) } },
          body: { title },
        }),
      ),
    onSuccess: () => {
      key.done();
      void client.invalidateQueries({ queryKey: ticketKey(ref) });
      void client.invalidateQueries({ queryKey: ["tickets"] });
    },
  });
}
