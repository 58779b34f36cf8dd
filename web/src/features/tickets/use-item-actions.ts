import {
  Bell,
  BellOff,
  CircleCheck,
  CircleCheckBig,
  CircleDot,
  Eye,
  EyeOff,
  Link2,
  Lock,
  Reply,
  UserRoundCheck,
} from "lucide-react";
import { copyLink } from "@/features/tickets/copy-link";
import { ITEM_KEYS, type ItemAction } from "@/features/tickets/open-item";
import { useFieldChange } from "@/features/tickets/use-field-change";
import { useMuteWithUndo } from "@/features/tickets/use-mute";
import { useWatchers } from "@/features/tickets/use-watchers";
import type { Ticket } from "@/shared/api/types";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import { useCurrentUser } from "@/shared/session/use-current-user";

interface ItemActionsOptions {
  ticketRef: string;
  ticket: Ticket;
  isMuted: boolean;
  /** Takes the keyboard to where a reply or a note is written. */
  onWrite: (isInternal: boolean) => void;
  /** Shows the statuses to choose from. */
  onStatus: () => void;
}

/** What this reader may do to the ticket that is shown, for the keyboard and the palette. */
export function useItemActions({
  ticketRef,
  ticket,
  isMuted,
  onWrite,
  onStatus,
}: ItemActionsOptions): ItemAction[] {
  const user = useCurrentUser();
  const { change } = useFieldChange(ticketRef);
  const { follow } = useWatchers(ticketRef);
  const mute = useMuteWithUndo(ticketRef, ticket);
  const me = { id: user.id, name: user.name };
  const { one } = ITEM_WORDS[ticket.type];
  const { canEdit, canAssign, canComment, canCommentInternally, isWatching } = ticket;
  const next = ticket.allowedStatuses.filter((status) => status !== ticket.status);

  const offered: (ItemAction & { isOffered: boolean })[] = [
    {
      id: "reply",
      label: "Reply",
      words: "answer comment write",
      keys: ITEM_KEYS.reply,
      Icon: Reply,
      isOffered: canComment,
      run: () => onWrite(false),
    },
    {
      id: "note",
      label: "Write an internal note",
      words: "comment private",
      keys: ITEM_KEYS.note,
      Icon: Lock,
      isOffered: canComment && canCommentInternally,
      run: () => onWrite(true),
    },
    {
      id: "assign",
      label: "Assign to me",
      words: "take mine",
      keys: ITEM_KEYS.assign,
      Icon: UserRoundCheck,
      isOffered: canAssign && ticket.assignee?.id !== user.id,
      run: () => change(ticket, { assignee: me }),
    },
    {
      id: "status",
      label: "Change the status",
      keys: ITEM_KEYS.status,
      Icon: CircleDot,
      isOffered: canEdit && next.length > 0,
      run: onStatus,
    },
    {
      id: "resolve",
      label: `Resolve this ${one}`,
      words: "done solved status",
      Icon: CircleCheck,
      isOffered: next.includes("RESOLVED"),
      run: () => change(ticket, { status: "RESOLVED" }),
    },
    {
      id: "close",
      label: `Close this ${one}`,
      words: "done status",
      Icon: CircleCheckBig,
      isOffered: next.includes("CLOSED"),
      run: () => change(ticket, { status: "CLOSED" }),
    },
    {
      id: "copy-link",
      label: "Copy the link",
      words: "address url share",
      Icon: Link2,
      isOffered: true,
      run: copyLink,
    },
    {
      id: "follow",
      label: isWatching ? `Unfollow this ${one}` : `Follow this ${one}`,
      words: "watch unwatch",
      Icon: isWatching ? EyeOff : Eye,
      isOffered: canComment,
      run: () => follow(ticket, me, !isWatching),
    },
    {
      id: "mute",
      label: isMuted ? `Unmute this ${one}` : `Mute this ${one}`,
      words: "notifications silence",
      Icon: isMuted ? Bell : BellOff,
      isOffered: true,
      run: () => mute(!isMuted),
    },
  ];
  return offered.filter(({ isOffered }) => isOffered);
}
