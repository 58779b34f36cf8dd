import { Alert, Button, Divider, Group, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { History } from "lucide-react";
import { type FormEvent, useState } from "react";
import { ActionsFields } from "@/features/macros/actions-fields";
import {
  isSameMacro,
  MACRO_FIELDS,
  type MacroField,
  type MacroTyped,
  macroBody,
  macroProblems,
  typedOf,
} from "@/features/macros/macro-edit";
import { useKeepMacro } from "@/features/macros/use-keep-macro";
import { WordsField } from "@/features/macros/words-field";
import { overtaking } from "@/shared/api/api-error";
import { fieldErrors } from "@/shared/api/field-errors";
import type { Macro } from "@/shared/api/types";
import { Dialog } from "@/shared/ui/dialog";
import { FormError } from "@/shared/ui/form-error";
import { SharingField } from "@/shared/ui/sharing-field";

interface MacroDialogProps {
  /** What is changed; absent for a new one. */
  macro?: Macro;
  /** What the form begins with. */
  begin: MacroTyped;
  onClose: () => void;
}

export function MacroDialog({ macro, begin, onClose }: MacroDialogProps) {
  const [typed, setTyped] = useState(begin);
  const [over, setOver] = useState(macro);
  const [theirs, setTheirs] = useState<Macro | null>(null);
  const [errors, setErrors] = useState<Partial<Record<MacroField, string>>>({});
  const keep = useKeepMacro();
  const isPending = keep.make.isPending || keep.change.isPending;
  const failure = keep.make.error ?? keep.change.error;

  const edit = (change: Partial<MacroTyped>) => {
    setTyped((present) => ({ ...present, ...change }));
    setErrors({});
  };
  const outcome = {
    onSuccess: ({ name }: Macro) => {
      onClose();
      notifications.show({ color: "teal", title: `“${name}” is saved`, message: "" });
    },
    onError: (error: unknown) => {
      const now = overtaking<Macro>(error);
      if (now) {
        setOver(now);
        setTheirs(now);
      } else setErrors(fieldErrors(error, MACRO_FIELDS).fields);
    },
  };
  const save = () => {
    if (isPending) return;
    const problems = macroProblems(typed);
    setErrors(problems);
    if (Object.keys(problems).length > 0) return;
    if (!over) keep.make.mutate(macroBody(typed), outcome);
    else if (isSameMacro(typed, typedOf(over))) onClose();
    else
      keep.change.mutate({ id: over.id, version: over.version, patch: macroBody(typed) }, outcome);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };

  return (
    <Dialog
      title={macro ? `Edit “${macro.name}”` : "New macro"}
      size="lg"
      onClose={onClose}
      isKept={!isSameMacro(typed, begin)}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {theirs ? (
            <Alert
              color="yellow"
              variant="light"
              icon={<History size={18} />}
              title="Someone changed this meanwhile"
              role="alert"
            >
              <Text size="sm" mb="xs">
                Nothing was overwritten, and what you typed is kept. Save puts yours over theirs.
              </Text>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setTyped(typedOf(theirs));
                  setTheirs(null);
                }}
              >
                Take theirs
              </Button>
            </Alert>
          ) : null}
          <FormError error={overtaking(failure) ? null : failure} fields={MACRO_FIELDS} />
          <TextInput
            label="Name"
            data-autofocus
            maxLength={80}
            value={typed.name}
            onChange={(event) => edit({ name: event.currentTarget.value })}
            error={errors.name}
          />
          <TextInput
            label="When to use it"
            placeholder="Optional"
            maxLength={500}
            value={typed.description}
            onChange={(event) => edit({ description: event.currentTarget.value })}
            error={errors.description}
          />
          <WordsField
            content={typed.content}
            isInternal={typed.isInternal}
            onChange={edit}
            onSubmit={save}
            error={errors.reply}
          />
          <Divider label="What it does" labelPosition="left" />
          <ActionsFields value={typed.actions} onChange={(actions) => edit({ actions })} />
          {errors.actions ? (
            <Text size="sm" c="var(--sv-danger-text)" role="alert">
              {errors.actions}
            </Text>
          ) : null}
          <SharingField
            value={typed.sharing}
            onChange={(sharing) => edit({ sharing })}
            error={errors.sharing}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} disabled={isPending}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
