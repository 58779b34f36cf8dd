import type { CommentDraft } from "@/features/tickets/use-add-comment";
import type { Macro, MacroActions, MacroPreview, Ticket } from "@/shared/api/types";
import { draft } from "@/shared/lib/draft";
import { hasActions } from "@/shared/lib/macro-actions";

/** A macro whose words stand in the reply, and whose changes come with it. */
export interface PendingMacro {
  id: string;
  name: string;
  actions: MacroActions;
}

/** A reply that was begun, kept over a reload. */
export interface ReplyDraft extends CommentDraft {
  macro?: PendingMacro;
}

/**
 * Where the reply to a ticket is kept. An internal note that was begun by somebody who may write none any more
 * stays where it is, out of the public's box; what they write now has a place of its own.
 */
export function replyKey({ id, canCommentInternally }: Ticket): string {
  const key = `reply:${id}`;
  if (canCommentInternally || !draft.read<ReplyDraft>(key)?.isInternal) return key;
  return `public-reply:${id}`;
}

/**
 * The reply once the words of a macro are in it. One that only says something is done with: its words
 * are a reply like any other.
 */
export function withMacro(
  { id, name }: Macro,
  { actions, reply }: MacroPreview,
): Pick<ReplyDraft, "isInternal" | "macro"> {
  return {
    isInternal: reply?.isInternal === true,
    macro: hasActions(actions) ? { id, name, actions } : undefined,
  };
}
