import { editPatch, type TicketEdit } from "@/features/tickets/ticket-edit";
import { draft } from "@/shared/lib/draft";

function key(ticketId: string): string {
  return `edit:${ticketId}`;
}

/** An edit that was neither saved nor cancelled, kept over a reload like every draft. */
export const keptEdit = {
  read: (ticketId: string) => draft.read<TicketEdit>(key(ticketId)),
  write: (ticketId: string, edit: TicketEdit) =>
    Object.keys(editPatch(edit)).length > 0
      ? draft.write(key(ticketId), edit)
      : draft.clear(key(ticketId)),
  clear: (ticketId: string) => draft.clear(key(ticketId)),
};
