import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeKey } from "@/features/tickets/change-ticket";
import type { MacroUndo } from "@/features/tickets/macro-undo";
import { sendAssignee, sendPatch } from "@/features/tickets/send-change";
import { putTicket } from "@/features/tickets/ticket-cache";
import { ticketKey } from "@/features/tickets/use-ticket";
import type { Ticket, TicketDetails } from "@/shared/api/types";
import { showFailure } from "@/shared/ui/failure-toast";

/** Takes back what a macro did, upon the version that it made: a later change by somebody else stays. */
export function useUndoMacro(ref: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: changeKey(ref),
    mutationFn: async ({ ticket, undo }: { ticket: Ticket; undo: MacroUndo }): Promise<Ticket> => {
      const { patch, assignee } = undo;
      const put = Object.keys(patch).length > 0 ? await sendPatch(ticket, patch) : ticket;
      return assignee === undefined ? put : sendAssignee(put, assignee);
    },
    onSuccess: (ticket) =>
      client.setQueryData<TicketDetails>(
        ticketKey(ref),
        (details) => details && putTicket(details, ticket),
      ),
    onError: (error) => showFailure("Not undone", error),
    onSettled: (_ticket, _error, { ticket }) => {
      void client.invalidateQueries({ queryKey: ticketKey(ref) });
      void client.invalidateQueries({ queryKey: ["activity", ticket.id] });
      void client.invalidateQueries({ queryKey: ["tickets"], refetchType: "none" });
    },
  });
}
