import { Button, Group, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useEditFiles } from "@/features/tickets/files/use-edit-files";
import { findMentionable, refusalOf } from "@/features/tickets/mentionable";
import { useEditComment } from "@/features/tickets/use-change-comment";
import type { Comment, Ticket } from "@/shared/api/types";
import { withoutPicture } from "@/shared/files/pictures";
import { UploadList } from "@/shared/files/upload-list";
import { draft } from "@/shared/lib/draft";
import { isBlankHtml } from "@/shared/lib/is-blank-html";
import { LazyRichTextEditor } from "@/shared/ui/lazy-rich-text-editor";
import type { RichTextEditorHandle } from "@/shared/ui/rich-text-editor";

interface CommentFormProps {
  ticketRef: string;
  ticket: Ticket;
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
export function CommentForm({ ticketRef, ticket, comment, onClose }: CommentFormProps) {
  const [html, setHtml] = useState(() => draft.read<string>(draftKey(comment)) ?? comment.content);
  const latest = useRef(html);
  const [isMissing, setMissing] = useState(false);
  const { mutate, isPending, error } = useEditComment(ticketRef, comment);
  const form = useRef<HTMLFormElement>(null);
  const editor = useRef<RichTextEditorHandle>(null);

  useEffect(() => form.current?.focus({ preventScroll: true }), []);

  const edit = (next: string) => {
    latest.current = next;
    setHtml(next);
    setMissing(false);
    if (next === comment.content) draft.clear(draftKey(comment));
    else draft.write(draftKey(comment), next);
  };
  const files = useEditFiles({
    ticket,
    isInternal: comment.isInternal,
    editor,
    onGivenUp: (key) => edit(withoutPicture(latest.current, key)),
  });
  const close = () => {
    draft.clear(draftKey(comment));
    onClose();
  };
  const save = () => {
    if (isPending || files.holdsBack()) return;
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
      {...files.takes}
    >
      <LazyRichTextEditor
        ref={editor}
        label="Comment"
        value={html}
        onChange={edit}
        onSubmit={save}
        findPeople={findMentionable(ticket, comment.isInternal)}
        isDisabled={isPending}
        tone={comment.isInternal ? "internal" : "plain"}
        error={isMissing ? "empty" : undefined}
      />
      <UploadList uploads={files.uploads} />
      {isMissing || files.problem || error ? (
        <Text size="sm" mt={6} c="var(--sv-danger-text)" role="alert">
          {isMissing
            ? "Write something first, or remove the comment."
            : (files.problem ?? `Not saved, and your text is kept. ${refusalOf(error, html)}`)}
        </Text>
      ) : null}
      <Group justify="flex-end" gap="xs" mt="sm">
        {files.note ? (
          <Text size="xs" c="dimmed" mr="auto">
            {files.note}
          </Text>
        ) : null}
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
