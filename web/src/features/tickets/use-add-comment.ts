import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { attachmentsKey } from "@/features/tickets/files/attachments-key";
import { showFollowUp } from "@/features/tickets/follow-up-toast";
import { addComment } from "@/features/tickets/ticket-cache";
import { ticketKey } from "@/features/tickets/use-ticket";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Ticket, TicketDetails } from "@/shared/api/types";
import { itemTarget } from "@/shared/lib/item-words";
import { submitKey } from "@/shared/lib/submit-key";

export interface CommentDraft {
  content: string;
  isInternal: boolean;
  /** Files that go along with it. */
  uploadKeys?: string[];
}

export function addCommentKey(ref: string) {
  return ["add-comment", ref] as const;
}

export function useAddComment(ref: string, ticket: Ticket) {
  const { id: ticketId, type } = ticket;
  const client = useQueryClient();
  const navigate = useNavigate();
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
      const { followUp } = comment;
      client.setQueryData<TicketDetails>(
        ticketKey(ref),
        (details) => details && addComment(details, comment),
      );
      if (followUp) {
        showFollowUp(ticket, followUp, () => void navigate(itemTarget(followUp)));
        void client.invalidateQueries({ queryKey: ticketKey(ref) });
        void client.invalidateQueries({ queryKey: ["tickets"] });
      }
      void client.invalidateQueries({ queryKey: ["activity", ticketId] });
      void client.invalidateQueries({ queryKey: attachmentsKey(ticketId) });
    },
  });
}
