import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ticketKey } from "@/features/tickets/use-ticket";
import { api, unwrap } from "@/shared/api/client";
import type { Ticket } from "@/shared/api/types";
import { submitKey } from "@/shared/lib/submit-key";

interface FollowUp {
  title: string;
  description: string;
}

/** Takes up a closed ticket again in a new one, which is the answer. */
export function useFollowUp({ id, number }: Ticket) {
  const client = useQueryClient();
  const [key] = useState(() => submitKey());
  return useMutation({
    mutationFn: (body: FollowUp): Promise<Ticket> =>
      unwrap(
        api.POST("/api/tickets/{id}/follow-up", {
          params: { path: { id }, header: { "Idempotency-Key": key.for(body) } },
          body,
        }),
      ),
    onSuccess: () => {
      key.done();
      void client.invalidateQueries({ queryKey: ticketKey(number) });
      void client.invalidateQueries({ queryKey: ["tickets"] });
    },
  });
}
