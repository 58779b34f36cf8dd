import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addComment } from "@/features/tickets/ticket-cache";
import { ticketKey } from "@/features/tickets/use-ticket";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Ticket, TicketDetails } from "@/shared/api/types";
import { submitKey } from "@/shared/lib/submit-key";

export interface CommentDraft {
  content: string;
  isInternal: boolean;
}

export function addCommentKey(ref: string) {
  return ["add-comment", ref] as const;
}

export function useAddComment(ref: string, { id: ticketId, type }: Ticket) {
  const client = useQueryClient();
  const [key] = useState(() => submitKey());
  return useMutation({
    mutationKey: addCommentKey(ref),
    mutationFn: (body: CommentDraft) =>
      unwrap(
        api.POST(itemPath(type, "/api/tickets/{id}/comments"), {
          params: {
            path: { id: ticketId },
            header: { "Idempotency-Key": key.for({ ticketId, ...body }) },
          },
          body,
        }),
      ),
    onSuccess: (comment) => {
      key.done();
      client.setQueryData<TicketDetails>(
        ticketKey(ref),
        (details) => details && addComment(details, comment),
      );
      void client.invalidateQueries({ queryKey: ["activity", ticketId] });
    },
  });
}
