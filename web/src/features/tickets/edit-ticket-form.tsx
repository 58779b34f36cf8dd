import { Alert, Button, Group, Input, Stack, Text, TextInput } from "@mantine/core";
import { GitCompareArrows } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import classes from "@/features/tickets/edit-ticket-form.module.css";
import { useEditFiles } from "@/features/tickets/files/use-edit-files";
import { keptEdit } from "@/features/tickets/kept-edit";
import {
  beginEdit,
  contested,
  editPatch,
  rebaseEdit,
  TEXT_FIELDS,
  type TextField,
  type TicketEdit,
  type TicketText,
} from "@/features/tickets/ticket-edit";
import { titleProblem } from "@/features/tickets/title-problem";
import { overtakenBy, useEditTicket } from "@/features/tickets/use-edit-ticket";
import { fieldErrors } from "@/shared/api/field-errors";
import type { Ticket } from "@/shared/api/types";
import { withoutPicture } from "@/shared/files/pictures";
import { UploadList } from "@/shared/files/upload-list";
import { LazyRichTextEditor } from "@/shared/ui/lazy-rich-text-editor";
import { RichText } from "@/shared/ui/rich-text";
import type { RichTextEditorHandle } from "@/shared/ui/rich-text-editor";

interface EditTicketFormProps {
  ticketRef: string;
  ticket: Ticket;
  onClose: () => void;
}

interface Editing {
  edit: TicketEdit;
  /** What others changed meanwhile as well. */
  disputed: TextField[];
  errors: Partial<Record<TextField, string>>;
}

function over(theirs: Ticket, edit: TicketEdit): Editing {
  return { edit: rebaseEdit(edit, theirs), disputed: contested(edit, theirs), errors: {} };
}

export function EditTicketForm({ ticketRef, ticket, onClose }: EditTicketFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const editor = useRef<RichTextEditorHandle>(null);
  const [state, setState] = useState(() =>
    over(ticket, keptEdit.read(ticket.id) ?? beginEdit(ticket)),
  );
  // What was typed in this very moment is saved too.
  const latest = useRef(state);
  const { save, isPending } = useEditTicket(ticketRef);
  const { edit, disputed, errors } = state;

  const show = (next: Editing) => {
    latest.current = next;
    setState(next);
    keptEdit.write(ticket.id, next.edit);
  };
  const type = (change: Partial<TicketText>) => {
    const { edit: before, ...rest } = latest.current;
    show({ ...rest, edit: { ...before, typed: { ...before.typed, ...change } }, errors: {} });
  };
  const files = useEditFiles({
    ticket,
    isInternal: false,
    editor,
    onGivenUp: (key) =>
      type({ description: withoutPicture(latest.current.edit.typed.description, key) }),
  });
  const close = () => {
    keptEdit.clear(ticket.id);
    onClose();
  };

  const onRefused = (error: unknown) => {
    const theirs = overtakenBy(error);
    const { fields } = fieldErrors(error, TEXT_FIELDS);
    show(theirs ? over(theirs, latest.current.edit) : { ...latest.current, errors: fields });
    // The button that was pressed could not keep the focus while the server was asked.
    form.current?.focus();
  };
  const submit = () => {
    if (isPending || files.holdsBack()) return;
    const { edit: wanted } = latest.current;
    const title = titleProblem(wanted.typed.title);
    if (title) show({ ...latest.current, errors: { title } });
    else if (Object.keys(editPatch(wanted)).length === 0) close();
    else save(ticket, wanted, { onSaved: close, onRefused });
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing || isPending) return;
    // The editor's field for a link has an Escape of its own.
    if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
    close();
  };

  return (
    <form
      ref={form}
      tabIndex={-1}
      noValidate
      className={`sv-card ${classes.form}`}
      aria-label="Edit ticket"
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      {...files.takes}
    >
      <Stack gap="md">
        {disputed.length > 0 ? <TheirVersion theirs={edit.over} fields={disputed} /> : null}
        <TextInput
          label="Title"
          required
          withAsterisk
          autoFocus
          readOnly={isPending}
          value={edit.typed.title}
          onChange={(event) => type({ title: event.currentTarget.value })}
          error={errors.title}
        />
        <Input.Wrapper label="Description" labelElement="div" error={errors.description}>
          <div className={classes.editor}>
            <LazyRichTextEditor
              ref={editor}
              label="Description"
              value={edit.typed.description}
              onChange={(description) => type({ description })}
              onSubmit={submit}
              isDisabled={isPending}
              error={errors.description}
              minHeight={140}
            />
          </div>
          <UploadList uploads={files.uploads} />
        </Input.Wrapper>
        {files.problem ? (
          <Text size="sm" c="var(--sv-danger-text)" role="alert">
            {files.problem}
          </Text>
        ) : null}
        <Group justify="flex-end" gap="sm">
          {files.note ? (
            <Text size="xs" c="dimmed" mr="auto">
              {files.note}
            </Text>
          ) : null}
          <Button variant="default" onClick={close} disabled={isPending}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function TheirVersion({ theirs, fields }: { theirs: TicketText; fields: TextField[] }) {
  return (
    <Alert
      role="alert"
      classNames={{ root: classes.notice, title: classes.tone, icon: classes.tone }}
      icon={<GitCompareArrows size={18} />}
      title="Their version, beside yours"
    >
      <Text size="sm" mb="xs">
        Nothing was overwritten, and what you typed is kept below. Save puts yours in the place of
        theirs; Cancel leaves theirs.
      </Text>
      {fields.map((field) => (
        <section key={field} aria-label={`Their ${field}`}>
          <p className={classes.label}>Their {field}</p>
          <div className={classes.theirs} dir="auto">
            {field === "title" ? (
              theirs.title
            ) : (
              <RichText html={theirs.description || "<p>No description</p>"} />
            )}
          </div>
        </section>
      ))}
    </Alert>
  );
}
