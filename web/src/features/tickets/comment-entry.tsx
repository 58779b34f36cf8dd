import { lazy, type Ref, Suspense, useState } from "react";
import { CommentForm, hasKeptChange } from "@/features/tickets/comment-form";
import { CommentItem } from "@/features/tickets/comment-item";
import { CommentMenu } from "@/features/tickets/comment-menu";
import {
  isEdited,
  mayChangeComment,
  maySplitComment,
  seesActivity,
} from "@/features/tickets/comment-rights";
import { SplitDialog } from "@/features/tickets/split-dialog";
import { useDeleteComment } from "@/features/tickets/use-change-comment";
import type { Comment, Ticket } from "@/shared/api/types";
import { useNow } from "@/shared/lib/use-now";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";

const CommentHistoryDialog = lazy(() => import("@/features/tickets/comment-history-dialog"));

interface CommentEntryProps {
  ticketRef: string;
  ticket: Ticket;
  comment: Comment;
  onQuote: (html: string) => void;
  ref?: Ref<HTMLElement>;
}

/** A comment with what this reader may do to it. */
export function CommentEntry({ ticketRef, ticket, comment, onQuote, ref }: CommentEntryProps) {
  const user = useCurrentUser();
  const mayChange = mayChangeComment(comment, ticket, user, useNow());
  const [isEditing, setEditing] = useState(() => mayChange && hasKeptChange(comment));
  const [dialog, setDialog] = useState<"split" | "remove" | "history" | null>(null);
  const { mutate: remove, isPending, error } = useDeleteComment(ticketRef);

  return (
    <>
      <CommentItem
        ref={ref}
        author={comment.author}
        authorRole={comment.authorRole}
        createdAt={comment.createdAt}
        editedAt={isEdited(comment) ? comment.updatedAt : undefined}
        onHistory={seesActivity(ticket, user) ? () => setDialog("history") : undefined}
        html={comment.content}
        kind={comment.isInternal ? "internal" : "public"}
        menu={
          isEditing ? null : (
            <CommentMenu
              author={comment.author.name}
              onQuote={ticket.canComment ? () => onQuote(comment.content) : undefined}
              onEdit={mayChange ? () => setEditing(true) : undefined}
              onSplit={
                maySplitComment(comment, ticket, user) ? () => setDialog("split") : undefined
              }
              onRemove={mayChange ? () => setDialog("remove") : undefined}
            />
          )
        }
        form={
          isEditing ? (
            <CommentForm
              ticketRef={ticketRef}
              ticket={ticket}
              comment={comment}
              onClose={() => setEditing(false)}
            />
          ) : null
        }
      />
      {dialog === "split" ? (
        <SplitDialog ticketRef={ticketRef} comment={comment} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === "history" ? (
        <Suspense>
          <CommentHistoryDialog ticket={ticket} comment={comment} onClose={() => setDialog(null)} />
        </Suspense>
      ) : null}
      {dialog === "remove" ? (
        <ConfirmDialog
          title="Remove this comment?"
          confirm="Remove"
          isDangerous
          isPending={isPending}
          error={error}
          onConfirm={() => remove(comment, { onSuccess: () => setDialog(null) })}
          onClose={() => setDialog(null)}
        >
          It is gone for everybody at once. What it said stays in the activity, which only staff
          read.
        </ConfirmDialog>
      ) : null}
    </>
  );
}
