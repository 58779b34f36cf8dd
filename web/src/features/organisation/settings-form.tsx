import { Button, Stack, Text } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import classes from "@/features/organisation/admin-settings-page.module.css";
import {
  beginSettingsEdit,
  inversePatch,
  rebaseSettingsEdit,
  SETTINGS_FIELDS,
  type SettingsEdit,
  type SettingsField,
  settingsChanges,
  settingsPatch,
  settingsProblems,
} from "@/features/organisation/settings-edit";
import {
  LimitsSection,
  MailSection,
  MoodleSection,
  OrganisationSection,
  TicketsSection,
} from "@/features/organisation/settings-sections";
import { useChangeSettings } from "@/features/organisation/use-change-settings";
import { overtaking } from "@/shared/api/api-error";
import { fieldErrors } from "@/shared/api/field-errors";
import type { SystemSettings } from "@/shared/api/types";
import { showFailure } from "@/shared/ui/failure-toast";
import { FormError } from "@/shared/ui/form-error";
import { LeaveGuard } from "@/shared/ui/leave-guard";
import { MeanwhileNotice } from "@/shared/ui/meanwhile-notice";
import { showUndo } from "@/shared/ui/undo-toast";

interface Editing {
  edit: SettingsEdit;
  /** The settings as they were when somebody else changed them. */
  before: SystemSettings | null;
  errors: Partial<Record<SettingsField, string>>;
}

function begin(settings: SystemSettings): Editing {
  return { edit: beginSettingsEdit(settings), before: null, errors: {} };
}

function isTouched(edit: SettingsEdit): boolean {
  return Object.keys(settingsPatch(edit)).length > 0;
}

export function SettingsForm({ settings }: { settings: SystemSettings }) {
  const [state, setState] = useState(() => begin(settings));
  const { mutate, mutateAsync, isPending, error, reset } = useChangeSettings();
  const { edit, before, errors } = state;
  const { over, typed } = edit;
  const form = useRef<HTMLFormElement>(null);

  // They were read again and somebody else had changed them; what becomes of an own change is said below.
  if (!isPending && settings.version > over.version) {
    const next = rebaseSettingsEdit(edit, settings);
    setState({ edit: next, before: isTouched(next) ? over : null, errors: {} });
  }

  // What came of a change is told above the form, or at a field: neither may be out of sight.
  useEffect(() => {
    if (before || error) window.scrollTo({ top: 0 });
  }, [before, error]);
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  const takeTheirs = () => {
    setState(begin(over));
    reset();
  };
  const undo = (version: number) => {
    mutateAsync({ version, patch: inversePatch(edit) }).then(
      (now) => setState(({ edit }) => ({ ...begin(now), edit: rebaseSettingsEdit(edit, now) })),
      (failure: unknown) => {
        reset();
        showFailure("Not taken back", failure);
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending || !isTouched(edit)) return;
    const problems = settingsProblems(typed);
    if (Object.keys(problems).length > 0) return setState({ edit, before, errors: problems });
    mutate(
      { version: over.version, patch: settingsPatch(edit) },
      {
        onSuccess: (now) => {
          setState(begin(now));
          showUndo({
            title: "Saved",
            message: "It holds for everybody from now on.",
            onUndo: () => undo(now.version),
          });
        },
        onError: (failure) => {
          const now = overtaking<SystemSettings>(failure);
          if (now) setState({ edit: rebaseSettingsEdit(edit, now), before: over, errors: {} });
          else setState({ edit, before, errors: fieldErrors(failure, SETTINGS_FIELDS).fields });
        },
      },
    );
  };

  const parts = {
    values: typed,
    errors,
    onChange: (change: Partial<SettingsEdit["typed"]>) =>
      setState({ edit: { over, typed: { ...typed, ...change } }, before, errors: {} }),
  };
  return (
    <form ref={form} noValidate aria-label="Settings" onSubmit={submit}>
      <Stack gap="md">
        {before ? (
          <MeanwhileNotice
            title="Somebody changed the settings meanwhile"
            changes={settingsChanges(before, over)}
            advice={
              isTouched(edit)
                ? "Nothing was overwritten, and what you chose is kept. Save yours over it, or take theirs."
                : "You see them as they are now; they are what you chose."
            }
          />
        ) : null}
        <FormError error={overtaking(error) ? null : error} fields={SETTINGS_FIELDS} />
        <OrganisationSection {...parts} />
        <MailSection {...parts} />
        <TicketsSection {...parts} />
        <MoodleSection {...parts} />
        <LimitsSection limits={over.limits} />
        {isTouched(edit) ? (
          <section className={`sv-card ${classes.bar}`} aria-label="Unsaved changes">
            <Text size="sm" fw={600} role="status" className={classes.unsaved}>
              Not saved yet
            </Text>
            <Button variant="default" size="sm" disabled={isPending} onClick={takeTheirs}>
              {before ? "Take theirs" : "Discard"}
            </Button>
            <Button type="submit" size="sm" loading={isPending}>
              {before ? "Save mine" : "Save"}
            </Button>
          </section>
        ) : null}
      </Stack>
      <LeaveGuard isNeeded={() => isTouched(edit)} />
    </form>
  );
}
