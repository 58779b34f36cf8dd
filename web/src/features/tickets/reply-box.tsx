import { Alert, Button, Group, SegmentedControl, Text } from "@mantine/core";
import { CircleAlert, Lock, Reply, SendHorizontal } from "lucide-react";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { withQuote } from "@/features/tickets/quote";
import classes from "@/features/tickets/reply-box.module.css";
import { type CommentDraft, useAddComment } from "@/features/tickets/use-add-comment";
import { errorMessage } from "@/shared/api/error-message";
import type { Ticket } from "@/shared/api/types";
import { draft } from "@/shared/lib/draft";
import { isBlankHtml } from "@/shared/lib/is-blank-html";
import { LazyRichTextEditor } from "@/shared/ui/lazy-rich-text-editor";

interface ReplyBoxProps {
  ticketRef: string;
  ticket: Ticket;
  ref?: Ref<ReplyBoxHandle>;
}

export interface ReplyBoxHandle {
  /** Puts a text into the reply as a quote, and the keyboard behind it. */
  quote: (html: string) => void;
}

function focusEnd(box: HTMLElement | null) {
  const field = box?.querySelector<HTMLElement>('[role="textbox"]');
  if (!field) return;
  box?.scrollIntoView({ block: "nearest" });
  field.focus({ preventScroll: true });
  const selection = window.getSelection();
  selection?.selectAllChildren(field);
  selection?.collapseToEnd();
}

const NOTHING: CommentDraft = { content: "", isInternal: false };

export function ReplyBox({ ticketRef, ticket, ref }: ReplyBoxProps) {
  const box = useRef<HTMLElement>(null);
  const draftKey = `reply:${ticket.id}`;
  const [reply, setReply] = useState<CommentDraft>(
    () => draft.read<CommentDraft>(draftKey) ?? NOTHING,
  );
  const latest = useRef(reply);
  const [isMissing, setMissing] = useState(false);
  const { mutate, isPending, error } = useAddComment(ticketRef, ticket);
  const isInternal = reply.isInternal && ticket.canCommentInternally;
  const label = isInternal ? "Internal note" : "Public reply";

  const show = (next: CommentDraft) => {
    latest.current = next;
    setReply(next);
  };
  const edit = (change: Partial<CommentDraft>) => {
    const next = { ...latest.current, ...change };
    show(next);
    setMissing(false);
    if (isBlankHtml(next.content)) draft.clear(draftKey);
    else draft.write(draftKey, next);
  };

  useImperativeHandle(ref, () => ({
    quote: (html) => {
      edit({ content: withQuote(latest.current.content, html) });
      // Once the editor has it, and the menu that asked for it is closed.
      setTimeout(() => focusEnd(box.current), 60);
    },
  }));

  const send = () => {
    const { content } = latest.current;
    if (isPending) return;
    if (isBlankHtml(content)) {
      setMissing(true);
      return;
    }
    // The field is free for the next text at once; the draft stays in storage until the server has it.
    show({ content: "", isInternal });
    mutate(
      { content, isInternal },
      {
        onSuccess: () => {
          if (isBlankHtml(latest.current.content)) draft.clear(draftKey);
        },
        onError: () => edit({ content: content + latest.current.content, isInternal }),
      },
    );
  };

  return (
    <section
      ref={box}
      className={classes.box}
      aria-label="Reply"
      data-internal={isInternal || undefined}
    >
      {error ? (
        <Alert color="red" variant="light" icon={<CircleAlert size={18} />} role="alert" mb="sm">
          Not sent, and your text is kept. {errorMessage(error)}
        </Alert>
      ) : null}
      {ticket.canCommentInternally ? (
        <SegmentedControl
          aria-label="Kind of reply"
          size="xs"
          mb="sm"
          value={isInternal ? "internal" : "public"}
          onChange={(value) => edit({ isInternal: value === "internal" })}
          data={[
            {
              value: "public",
              label: (
                <span className={classes.kind}>
                  <Reply size={14} aria-hidden="true" /> Public reply
                </span>
              ),
            },
            {
              value: "internal",
              label: (
                <span className={classes.kind}>
                  <Lock size={13} aria-hidden="true" /> Internal note
                </span>
              ),
            },
          ]}
        />
      ) : null}
      <LazyRichTextEditor
        label={label}
        value={reply.content}
        onChange={(content) => edit({ content })}
        onSubmit={send}
        placeholder={
          isInternal
            ? "Only staff of the team will see this…"
            : "Write a reply to everyone on this ticket…"
        }
        tone={isInternal ? "internal" : "plain"}
        error={isMissing ? "empty" : undefined}
      />
      {isMissing ? (
        <Text size="sm" mt={6} c="var(--sv-danger-text)" role="alert">
          Write something first.
        </Text>
      ) : null}
      <Group justify="space-between" mt="sm" wrap="nowrap">
        <Text size="xs" c="dimmed" visibleFrom="xs">
          {isInternal ? "The requester does not see internal notes." : "Ctrl+Enter sends."}
        </Text>
        <Button
          onClick={send}
          loading={isPending}
          rightSection={<SendHorizontal size={16} />}
          ml="auto"
          color={isInternal ? "#8a5200" : undefined}
        >
          {isInternal ? "Add note" : "Send reply"}
        </Button>
      </Group>
    </section>
  );
}
