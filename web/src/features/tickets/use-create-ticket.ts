import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "@/shared/api/client";
import type { NewTicket } from "@/shared/api/types";
import { submitKey } from "@/shared/lib/submit-key";

export function useCreateTicket() {
  const client = useQueryClient();
  const [key] = useState(() => submitKey());
  return useMutation({
    mutationFn: (body: NewTicket) =>
      unwrap(
        api.POST("/api/tickets", {
          params: { header: { "Idempotency-Key": key.for(body) } },
          body,
        }),
      ),
    onSuccess: () => {
      key.done();
      void client.invalidateQueries({ queryKey: ["tickets"] });
    },
  });
}
