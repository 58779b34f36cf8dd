import { useChangeTicket } from "@/features/tickets/change-ticket";
import {
  changeBack,
  changeWords,
  type FieldChange,
  isAlike,
  type Names,
} from "@/features/tickets/field-change";
import { sendChange, sendUpon } from "@/features/tickets/send-change";
import type { Ticket } from "@/shared/api/types";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { showUndo } from "@/shared/ui/undo-toast";

/** What ends the toasts that are shown, by ticket and field: what is changed again is undone from the last one only. */
const told = new Map<string, () => void>();

/** Changes one field of a ticket at once, and offers to take that back where there is a way back. */
export function useFieldChange(ref: string) {
  const user = useCurrentUser();
  const { mutate, isPending } = useChangeTicket(ref);

  const undo = (after: Ticket, change: FieldChange, back: FieldChange) =>
    mutate({
      ticket: after,
      change: {
        kind: "undo",
        optimistic: (present) => ({ ...present, ...back }) as Ticket,
        send: () => sendUpon(after, back, (present) => isAlike(present, after, change)),
      },
    });

  const tell = (before: Ticket, after: Ticket, change: FieldChange, names?: Names) => {
    const place = `${after.id} ${Object.keys(change).join()}`;
    told.get(place)?.();
    const back = changeBack(before, after, change, user);
    if (!back) return;
    const { title, message } = changeWords(before, after, change, names);
    told.set(place, showUndo({ title, message, onUndo: () => undo(after, change, back) }));
  };

  return {
    isPending,
    /** Follows a comment: upon a newer version as well, as long as what is changed is as its writer saw it. */
    changeAfterComment: (ticket: Ticket, change: FieldChange) =>
      mutate({
        ticket,
        change: {
          kind: "after-comment",
          optimistic: (present) => ({ ...present, ...change }) as Ticket,
          send: () => sendUpon(ticket, change, (present) => isAlike(present, ticket, change)),
          onSaved: (after) => tell(ticket, after, change),
        },
      }),
    change: (ticket: Ticket, change: FieldChange, names?: Names) =>
      mutate({
        ticket,
        change: {
          optimistic: (present) => ({ ...present, ...change }) as Ticket,
          send: (present) => sendChange(present, change),
          onSaved: (after) => tell(ticket, after, change, names),
        },
      }),
  };
}
