import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addComment, putTicket } from "@/features/tickets/ticket-cache";
import { addCommentKey } from "@/features/tickets/use-add-comment";
import { ticketKey } from "@/features/tickets/use-ticket";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Macro, MacroOutcome, MacroPreview, Ticket, TicketDetails } from "@/shared/api/types";
import { submitKey } from "@/shared/lib/submit-key";

/** What the macro would say and do with the ticket as it is. */
export function macroPreviewQuery(ticket: Ticket, macro: Macro) {
  return {
    queryKey: ["macro-preview", ticket.id, ticket.version, macro.id, macro.version] as const,
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<MacroPreview> =>
      unwrap(
        api.GET(itemPath(ticket.type, "/api/tickets/{id}/macros/{macroId}"), {
          params: { path: { id: ticket.id, macroId: macro.id } },
          signal,
        }),
      ),
    staleTime: 60_000,
  };
}

interface MacroUse {
  macroId: string;
  /** In place of the macro's own words. */
  content?: string;
  /** Files that go along with the words. */
  uploadKeys?: string[];
}

/** Says and does everything that the macro says and does, in one request. */
export function useApplyMacro(ref: string, { id: ticketId, type }: Ticket) {
  const client = useQueryClient();
  const [key] = useState(() => submitKey());
  return useMutation({
    mutationKey: addCommentKey(ref),
    mutationFn: ({ macroId, content, uploadKeys = [] }: MacroUse) =>
      unwrap(
        api.POST(itemPath(type, "/api/tickets/{id}/macros/{macroId}"), {
          params: {
            path: { id: ticketId, macroId },
            header: { "Idempotency-Key": key.for({ ticketId, macroId, content, uploadKeys }) },
          },
          body: { content, uploadKeys },
        }),
      ).then((outcome) => outcome as MacroOutcome),
    onSuccess: ({ item, comment }) => {
      key.done();
      client.setQueryData<TicketDetails>(ticketKey(ref), (details) => {
        if (!details) return details;
        const said = comment ? addComment(details, comment) : details;
        return putTicket(said, item);
      });
      void client.invalidateQueries({ queryKey: ["activity", ticketId] });
      void client.invalidateQueries({ queryKey: ["tickets"], refetchType: "none" });
    },
    // What was refused was so for what the ticket is now, which may not be what is shown.
    onError: () => void client.invalidateQueries({ queryKey: ticketKey(ref) }),
  });
}
