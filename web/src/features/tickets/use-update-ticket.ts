import { useChangeTicket } from "@/features/tickets/change-ticket";
import { sendPatch } from "@/features/tickets/send-change";
import type { Ticket, TicketPatch } from "@/shared/api/types";

interface Outcome {
  onSaved?: () => void;
  onRefused?: (error: unknown) => void;
  /** Failures that the caller tells of by itself. */
  isTold?: (error: unknown) => boolean;
}

function withPatch(ticket: Ticket, patch: TicketPatch): Ticket {
  return { ...ticket, ...patch } as Ticket;
}

export function useUpdateTicket(ref: string) {
  const { mutate, isPending } = useChangeTicket(ref);
  return {
    isPending,
    update: (ticket: Ticket, patch: TicketPatch, { onSaved, onRefused, isTold }: Outcome = {}) =>
      mutate(
        {
          ticket,
          change: {
            optimistic: (present) => withPatch(present, patch),
            send: (present) => sendPatch(present, patch),
            isTold,
          },
        },
        { onSuccess: onSaved, onError: onRefused },
      ),
  };
}
