import { Button, Group, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useEditComment } from "@/features/tickets/use-change-comment";
import { errorMessage } from "@/shared/api/error-message";
import type { Comment } from "@/shared/api/types";
import { draft } from "@/shared/lib/draft";
import { isBlankHtml } from "@/shared/lib/is-blank-html";
import { LazyRichTextEditor } from "@/shared/ui/lazy-rich-text-editor";

interface CommentFormProps {
  ticketRef: string;
  comment: Comment;
  onClose: () => void;
}

function draftKey({ id }: Comment): string {
  return `comment:${id}`;
}

/** Whether a change of this comment was begun and neither saved nor given up. */
export function hasKeptChange(comment: Comment): boolean {
  return draft.read<string>(draftKey(comment)) !== null;
}

/** A comment while its author changes it, in its own place. */
export function CommentForm({ ticketRef, comment, onClose }: CommentFormProps) {
  const [html, setHtml] = useState(() => draft.read<string>(draftKey(comment)) ?? comment.content);
  const latest = useRef(html);
  const [isMissing, setMissing] = useState(false);
  const { mutate, isPending, error } = useEditComment(ticketRef, comment);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => form.current?.focus({ preventScroll: true }), []);

  const close = () => {
    draft.clear(draftKey(comment));
    onClose();
  };
  const save = () => {
    if (isPending) return;
    if (isBlankHtml(latest.current)) setMissing(true);
    else if (latest.current === comment.content) close();
    else mutate(latest.current, { onSuccess: close });
  };

  return (
    <form
      ref={form}
      tabIndex={-1}
      noValidate
      aria-label="Edit comment"
      style={{ outline: "none" }}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing || isPending) return;
        // The editor's field for a link has an Escape of its own.
        if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
        close();
      }}
    >
      <LazyRichTextEditor
        label="Comment"
        value={html}
        onChange={(next) => {
          latest.current = next;
          setHtml(next);
          setMissing(false);
          if (next === comment.content) draft.clear(draftKey(comment));
          else draft.write(draftKey(comment), next);
        }}
        onSubmit={save}
        isDisabled={isPending}
        tone={comment.isInternal ? "internal" : "plain"}
        error={isMissing ? "empty" : undefined}
      />
      {isMissing || error ? (
        <Text size="sm" mt={6} c="var(--sv-danger-text)" role="alert">
          {isMissing
            ? "Write something first, or remove the comment."
            : `Not saved, and your text is kept. ${errorMessage(error)}`}
        </Text>
      ) : null}
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button variant="default" size="xs" onClick={close} disabled={isPending}>
          Cancel
        </Button>
        <Button type="submit" size="xs" loading={isPending}>
          Save
        </Button>
      </Group>
    </form>
  );
}
