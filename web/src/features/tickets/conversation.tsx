import { Alert, Button, Text } from "@mantine/core";
import { useMutationState } from "@tanstack/react-query";
import { CommentEntry } from "@/features/tickets/comment-entry";
import { CommentItem } from "@/features/tickets/comment-item";
import { CommentMenu } from "@/features/tickets/comment-menu";
import classes from "@/features/tickets/conversation.module.css";
import { JumpToNewest, useNewest } from "@/features/tickets/jump-to-newest";
import { addCommentKey, type CommentDraft } from "@/features/tickets/use-add-comment";
import { useOlderComments } from "@/features/tickets/use-older-comments";
import { errorMessage } from "@/shared/api/error-message";
import type { Comment, Page, Ticket } from "@/shared/api/types";
import { useCurrentUser } from "@/shared/session/use-current-user";

interface ConversationProps {
  ticketRef: string;
  ticket: Ticket;
  comments: Page<Comment>;
  /** Puts a text into the reply, as a quote. */
  onQuote: (html: string) => void;
}

export function Conversation({ ticketRef, ticket, comments, onQuote }: ConversationProps) {
  const user = useCurrentUser();
  const older = useOlderComments(ticketRef);
  const pending = useMutationState({
    filters: { mutationKey: addCommentKey(ticketRef), status: "pending" },
    select: (mutation) => mutation.state.variables as CommentDraft,
  });
  const { nextCursor } = comments;
  const last = comments.items.length - 1;
  const { ref: newestRef, newest } = useNewest(comments.items.length);

  return (
    <section aria-label="Conversation" className={classes.conversation}>
      <JumpToNewest newest={newest} />
      <CommentItem
        author={ticket.creator}
        createdAt={ticket.createdAt}
        note={ticket.type === "TASK" ? "made this task" : "raised this ticket"}
        html={ticket.description}
        kind="description"
        menu={
          ticket.canComment && ticket.description ? (
            <CommentMenu author={ticket.creator.name} onQuote={() => onQuote(ticket.description)} />
          ) : null
        }
      />
      {nextCursor ? (
        <div className={classes.older}>
          <Button
            variant="default"
            size="xs"
            loading={older.isPending}
            onClick={() => older.mutate({ ticket, cursor: nextCursor })}
          >
            Load older
          </Button>
        </div>
      ) : null}
      {older.isError ? (
        <Alert color="red" variant="light" role="alert">
          {errorMessage(older.error)}
        </Alert>
      ) : null}
      <div className={classes.comments} role="log" aria-label="Comments">
        {comments.items.map((comment, at) => (
          <CommentEntry
            key={comment.id}
            ref={at === last ? newestRef : undefined}
            ticketRef={ticketRef}
            ticket={ticket}
            comment={comment}
            onQuote={onQuote}
          />
        ))}
        {pending.map((body) => (
          <CommentItem
            key="pending"
            author={user}
            authorRole={user.role}
            note="sending…"
            html={body.content}
            kind={body.isInternal ? "internal" : "public"}
            isPending
          />
        ))}
      </div>
      {comments.items.length === 0 && pending.length === 0 ? (
        <Text c="dimmed" size="sm" ta="center" py="xs">
          No answers yet.
        </Text>
      ) : null}
    </section>
  );
}
