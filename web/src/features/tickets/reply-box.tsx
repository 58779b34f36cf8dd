import { Alert, Button, Group, SegmentedControl, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import {
  CircleAlert,
  Lock,
  type LucideIcon,
  MessageSquare,
  Reply,
  SendHorizontal,
  Zap,
} from "lucide-react";
import { lazy, type Ref, Suspense, useEffect, useImperativeHandle, useRef, useState } from "react";
import { macroUndo } from "@/features/tickets/macro-undo";
import { findMentionable, refusalOf } from "@/features/tickets/mentionable";
import { withQuote } from "@/features/tickets/quote";
import classes from "@/features/tickets/reply-box.module.css";
import { type ReplyDraft, replyKey, withMacro } from "@/features/tickets/reply-draft";
import { nextStatuses, SendMenu } from "@/features/tickets/send-menu";
import { useAddComment } from "@/features/tickets/use-add-comment";
import { useApplyMacro } from "@/features/tickets/use-apply-macro";
import { useFieldChange } from "@/features/tickets/use-field-change";
import { useMacroKey } from "@/features/tickets/use-macro-key";
import { useUndoMacro } from "@/features/tickets/use-undo-macro";
import type {
  AddedComment,
  ItemType,
  Macro,
  MacroOutcome,
  MacroPreview,
  Status,
  Ticket,
} from "@/shared/api/types";
import { AttachButton } from "@/shared/files/attach-button";
import { insertPicture } from "@/shared/files/insert-picture";
import { withoutPicture } from "@/shared/files/pictures";
import { beginUpload } from "@/shared/files/send-file";
import { takesFiles } from "@/shared/files/taken-files";
import { UploadList } from "@/shared/files/upload-list";
import { filesProblem, useUploads } from "@/shared/files/use-uploads";
import { draft } from "@/shared/lib/draft";
import { isBlankHtml } from "@/shared/lib/is-blank-html";

import { itemTarget } from "@/shared/lib/item-words";
import { useTyping } from "@/shared/live/use-typing";
import { showFailure } from "@/shared/ui/failure-toast";

import { LazyRichTextEditor } from "@/shared/ui/lazy-rich-text-editor";
import type { RichTextEditorHandle } from "@/shared/ui/rich-text-editor";
import { showUndo } from "@/shared/ui/undo-toast";

const MacroPicker = lazy(() => import("@/features/tickets/macro-picker"));
const MacroChips = lazy(() => import("@/features/tickets/macro-chips"));

interface ReplyBoxProps {
  ticketRef: string;
  ticket: Ticket;
  ref?: Ref<ReplyBoxHandle>;
  /** Whether what is written now is for those alone who handle it. */
  onKind: (isInternal: boolean) => void;
}

export interface ReplyBoxHandle {
  /** Puts a text into the reply as a quote, and the keyboard behind it. */
  quote: (html: string) => void;
  focus: () => void;
  /** Takes the keyboard to the reply, or to an internal note. */
  write: (isInternal: boolean) => void;
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

/** Why it was not sent. */
interface Problem {
  isEmpty: boolean;
  text: string;
}

/** Requesters read no tasks: what is no note there is said among colleagues. */
const WORDS = {
  TICKET: {
    box: "Reply",
    label: "Public reply",
    Icon: Reply,
    placeholder: "Write a reply to everyone on this ticket…",
    send: "Send reply",
    note: "The requester does not see internal notes.",
  },
  TASK: {
    box: "Comment",
    label: "Comment",
    Icon: MessageSquare,
    placeholder: "Write a comment on this task…",
    send: "Send comment",
    note: "Only staff of the team see internal notes.",
  },
} as const satisfies Record<ItemType, Record<string, string | LucideIcon>>;

const NOTHING: ReplyDraft = { content: "", isInternal: false };

/** Who may no longer write internally begins anew: what was typed as a note stands in no public reply. */
export function ReplyBox(props: ReplyBoxProps) {
  return <Box key={props.ticket.canCommentInternally ? "staff" : "public"} {...props} />;
}

function Box({ ticketRef, ticket, ref, onKind }: ReplyBoxProps) {
  const navigate = useNavigate();
  const box = useRef<HTMLElement>(null);
  const [draftKey] = useState(() => replyKey(ticket));
  const [reply, setReply] = useState<ReplyDraft>(() => draft.read<ReplyDraft>(draftKey) ?? NOTHING);
  const latest = useRef(reply);
  const [problem, setProblem] = useState<Problem | null>(null);
  const uploads = useUploads({
    begin: beginUpload("ATTACHMENT"),
    keptAs: `${draftKey}:files`,
    onRemove: ({ key }) => edit({ content: withoutPicture(latest.current.content, key) }),
  });
  const addFiles = (files: File[]) => {
    setProblem(null);
    uploads.add(files);
  };
  /** Pictures that are pasted or dropped stand in the text. */
  const takeFiles = (files: File[]) => {
    setProblem(null);
    uploads.add(files, (upload, file) => insertPicture(editor.current, upload, file));
  };
  const typing = useTyping(ticket.id);
  const editor = useRef<RichTextEditorHandle>(null);
  const [isPicking, setPicking] = useState(false);
  const comment = useAddComment(ticketRef, ticket);
  const applied = useApplyMacro(ticketRef, ticket);
  const field = useFieldChange(ticketRef);
  const { mutate: undo } = useUndoMacro(ticketRef);
  const isPending = comment.isPending || applied.isPending;
  const error = comment.error ?? applied.error;
  const canUseMacros = ticket.canCommentInternally && ticket.canEdit;
  const macro = canUseMacros ? reply.macro : undefined;
  const isInternal = reply.isInternal && ticket.canCommentInternally;
  const words = WORDS[ticket.type];
  const label = isInternal ? "Internal note" : words.label;
  const color = isInternal ? "#8a5200" : undefined;
  // A macro says itself what becomes of the status; a requester closes and reopens beside the conversation.
  const statuses = ticket.canEdit && !macro ? nextStatuses(ticket) : [];
  const beginsTicket = ticket.canFollowUp && !ticket.canEdit;

  useEffect(() => onKind(isInternal), [isInternal, onKind]);

  const show = (next: ReplyDraft) => {
    latest.current = next;
    setReply(next);
  };
  const edit = (change: Partial<ReplyDraft>) => {
    const next = { ...latest.current, ...change };
    show(next);
    setProblem(null);
    if (isBlankHtml(next.content)) {
      draft.clear(draftKey);
      typing.stopped();
    } else {
      draft.write(draftKey, next);
      typing.typed(next.isInternal && ticket.canCommentInternally);
    }
  };

  useImperativeHandle(ref, () => ({
    quote: (html) => {
      edit({ content: withQuote(latest.current.content, html) });
      // Once the editor has it, and the menu that asked for it is closed.
      setTimeout(() => focusEnd(box.current), 60);
    },
    focus: () => focusEnd(box.current),
    write: (toBeInternal) => {
      const isBegun = !isBlankHtml(latest.current.content) || uploads.rows.length > 0;
      // A macro says its words as it was told to, and a note that was begun becomes public by no key.
      const isKept = macro !== undefined || (isInternal && isBegun);
      if (!isKept && toBeInternal !== isInternal) edit({ isInternal: toBeInternal });
      focusEnd(box.current);
    },
  }));

  useMacroKey(() => setPicking(true), canUseMacros);

  const applyAtOnce = ({ id, name }: Macro, { actions }: MacroPreview) => {
    const before = ticket;
    applied.mutate(
      { macroId: id },
      {
        onSuccess: ({ item }) => {
          const back = macroUndo(before, item, actions);
          const title = `“${name}” is applied`;
          if (back) showUndo({ title, onUndo: () => undo({ ticket: item, undo: back }) });
          else notifications.show({ color: "teal", title, message: "" });
        },
        onError: (failure) => {
          applied.reset();
          showFailure(`“${name}” was not applied`, failure);
        },
      },
    );
  };
  const choose = (chosen: Macro, preview: MacroPreview) => {
    setPicking(false);
    if (!preview.reply) return applyAtOnce(chosen, preview);
    editor.current?.insert(preview.reply.content);
    edit(withMacro(chosen, preview));
    // Once the list is closed and has given the keyboard back.
    setTimeout(() => editor.current?.focus(), 60);
  };

  const send = (status?: Status) => {
    const { content } = latest.current;
    if (isPending) return;
    if (isBlankHtml(content)) {
      const alone = uploads.keys.length > 0 ? " Files without words are attached above." : "";
      return setProblem({ isEmpty: true, text: `Write something first.${alone}` });
    }
    const unsent = filesProblem(uploads);
    if (unsent) return setProblem({ isEmpty: false, text: unsent });
    const uploadKeys = uploads.keys;
    // The field is free for the next text at once; the draft stays in storage until the server has it.
    show({ content: "", isInternal });
    typing.stopped();
    const outcome = {
      onSuccess: (sent: AddedComment | MacroOutcome) => {
        uploads.forget(uploadKeys);
        if (isBlankHtml(latest.current.content)) draft.clear(draftKey);
        if ("followUp" in sent && sent.followUp) void navigate(itemTarget(sent.followUp));
      },
      onError: () => edit({ content: content + latest.current.content, isInternal, macro }),
    };
    comment.reset();
    applied.reset();
    if (macro) applied.mutate({ macroId: macro.id, content, uploadKeys }, outcome);
    else {
      // The status is set even if this page is left before the server has the comment.
      comment.mutateAsync({ content, isInternal, uploadKeys }, outcome).then(
        (sent) => {
          if (status && !sent.followUp) field.changeAfterComment(ticket, { status });
        },
        // It is told above.
        () => undefined,
      );
    }
  };

  return (
    <section
      ref={box}
      className={classes.box}
      aria-label={words.box}
      data-internal={isInternal || undefined}
      {...takesFiles(takeFiles)}
    >
      {error ? (
        <Alert color="red" variant="light" icon={<CircleAlert size={18} />} role="alert" mb="sm">
          Not sent, and your text is kept. {refusalOf(error, reply.content)}
        </Alert>
      ) : null}
      {ticket.canCommentInternally ? (
        <SegmentedControl
          aria-label={`Kind of ${words.box.toLowerCase()}`}
          size="xs"
          mb="sm"
          value={isInternal ? "internal" : "public"}
          // The macro says its words as it was told to.
          disabled={macro !== undefined}
          onChange={(value) => edit({ isInternal: value === "internal" })}
          data={[
            {
              value: "public",
              label: (
                <span className={classes.kind}>
                  <words.Icon size={14} aria-hidden="true" /> {words.label}
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
        onSubmit={() => send()}
        findPeople={findMentionable(ticket, isInternal)}
        onSlash={canUseMacros ? () => setPicking(true) : undefined}
        ref={editor}
        placeholder={isInternal ? "Only staff of the team will see this…" : words.placeholder}
        tone={isInternal ? "internal" : "plain"}
        error={problem?.isEmpty ? "empty" : undefined}
      />
      <UploadList uploads={uploads} />
      {problem ? (
        <Text size="sm" mt={6} c="var(--sv-danger-text)" role="alert">
          {problem.text}
        </Text>
      ) : null}
      {macro ? (
        <Suspense>
          <MacroChips macro={macro} ticket={ticket} onCancel={() => edit({ macro: undefined })} />
        </Suspense>
      ) : null}
      <Group justify="space-between" mt="sm" gap="xs">
        {canUseMacros ? (
          <Button
            variant="default"
            leftSection={<Zap size={16} aria-hidden="true" />}
            onClick={() => setPicking(true)}
            aria-keyshortcuts="Control+M"
          >
            Macros
          </Button>
        ) : null}
        <AttachButton size="sm" onFiles={addFiles}>
          Attach
        </AttachButton>
        <Text size="xs" c="dimmed" visibleFrom="xs">
          {isInternal
            ? words.note
            : beginsTicket
              ? "Your reply begins a new ticket, which refers to this one."
              : "Ctrl+Enter sends."}
        </Text>
        <Button.Group ml="auto">
          <Button
            onClick={() => send()}
            loading={isPending}
            rightSection={<SendHorizontal size={16} />}
            color={color}
          >
            {isInternal ? "Add note" : words.send}
          </Button>
          {statuses.length > 0 ? (
            <SendMenu
              verb={isInternal ? "Add note" : "Send"}
              statuses={statuses}
              onSend={send}
              color={color}
            />
          ) : null}
        </Button.Group>
      </Group>
      {isPicking ? (
        <Suspense>
          <MacroPicker ticket={ticket} onChoose={choose} onClose={() => setPicking(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
