import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { changeKey } from "@/features/tickets/change-ticket";
import type { FieldChange } from "@/features/tickets/field-change";
import { recentTickets } from "@/features/tickets/recent-tickets";
import { sendUpon } from "@/features/tickets/send-change";
import type { TicketSearch } from "@/features/tickets/ticket-filter";
import { ticketKey } from "@/features/tickets/use-ticket";
import type { Ticket } from "@/shared/api/types";
import { ITEM_WORDS, listTarget } from "@/shared/lib/item-words";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";

interface GiveAwayDialogProps {
  ticketRef: string;
  ticket: Ticket;
  change: FieldChange;
  /** To whom it goes; null for nobody. */
  to: string | null;
  /** Whether the ticket stands beside a list, which stays then. */
  isBeside: boolean;
  onClose: () => void;
}

/** Asks before a change after which one does not see the ticket any more, and leads back to the list then. */
export default function GiveAwayDialog({
  ticketRef,
  ticket,
  change,
  to,
  isBeside,
  onClose,
}: GiveAwayDialogProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { one } = ITEM_WORDS[ticket.type];
  const { number } = ticket;

  const give = useMutation({
    mutationKey: changeKey(ticketRef),
    // What was changed meanwhile is no reason to keep it.
    mutationFn: () => sendUpon(ticket, change, () => true),
    onSuccess: async () => {
      notifications.show({
        color: "teal",
        title: to ? `${number} was given to ${to}` : `${number} was given away`,
        message: `You do not see this ${one} any more.`,
        autoClose: 8000,
      });
      if (isBeside) {
        await navigate({
          ...listTarget(ticket.type),
          search: (before) => ({ ...(before as TicketSearch), open: undefined }),
        });
      } else await navigate(listTarget(ticket.type));
      recentTickets.remove(number);
      client.removeQueries({ queryKey: ticketKey(ticketRef) });
      void client.invalidateQueries({ queryKey: ["tickets"] });
    },
  });

  return (
    <ConfirmDialog
      title={to ? `Give ${number} to ${to}?` : `Give ${number} away?`}
      confirm="Give it away"
      isPending={give.isPending}
      error={give.error}
      onConfirm={() => give.mutate()}
      onClose={onClose}
    >
      You will not see this {one} any more: you are not in{" "}
      {change.teamId ? to : "the team that has it"}, and neither raised it nor work on it. You
      cannot take it back yourself.
    </ConfirmDialog>
  );
}
