import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { components } from "@/api/schema";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { ItemType, NewTicket } from "@/shared/api/types";
import { submitKey } from "@/shared/lib/submit-key";

type Body = components["schemas"]["NewWorkItem"];

export function useCreateTicket(type: ItemType) {
  const client = useQueryClient();
  const [key] = useState(() => submitKey());
  return useMutation({
    mutationFn: (body: NewTicket) =>
      unwrap(
        api.POST(itemPath(type, "/api/tickets"), {
          params: { header: { "Idempotency-Key": key.for(body) } },
          body: body as Body,
        }),
      ),
    onSuccess: () => {
      key.done();
      void client.invalidateQueries({ queryKey: ["tickets"] });
    },
  });
}
