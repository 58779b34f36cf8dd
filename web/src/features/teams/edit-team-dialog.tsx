import { Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { CircleCheck } from "lucide-react";
import { type FormEvent, useState } from "react";
import {
  beginTeamEdit,
  rebaseTeamEdit,
  TEAM_FIELDS,
  type TeamEdit,
  type TeamField,
  teamChanges,
  teamPatch,
} from "@/features/teams/team-edit";
import { TeamFields } from "@/features/teams/team-fields";
import { useChangeTeam } from "@/features/teams/use-change-team";
import { overtaking } from "@/shared/api/api-error";
import { fieldErrors } from "@/shared/api/field-errors";
import type { Team } from "@/shared/api/types";
import { Dialog } from "@/shared/ui/dialog";
import { FormError } from "@/shared/ui/form-error";
import { MeanwhileNotice } from "@/shared/ui/meanwhile-notice";

interface Editing {
  edit: TeamEdit;
  /** The team as it was when somebody else changed it. */
  before: Team | null;
  errors: Partial<Record<TeamField, string>>;
}

export function EditTeamDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const [{ edit, before, errors }, setState] = useState<Editing>(() => ({
    edit: beginTeamEdit(team),
    before: null,
    errors: {},
  }));
  const { mutate, isPending, error } = useChangeTeam();
  const patch = teamPatch(edit);
  const isUntouched = Object.keys(patch).length === 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (!edit.typed.name.trim()) {
      return setState({ edit, before, errors: { name: "Enter the name" } });
    }
    if (isUntouched) return onClose();
    mutate(
      { id: team.id, version: edit.over.version, patch },
      {
        onSuccess: ({ name }) => {
          onClose();
          notifications.show({
            color: "teal",
            icon: <CircleCheck size={18} />,
            message: `${name}: saved.`,
          });
        },
        onError: (failure) => {
          const now = overtaking<Team>(failure);
          if (now) setState({ edit: rebaseTeamEdit(edit, now), before: edit.over, errors: {} });
          else setState({ edit, before, errors: fieldErrors(failure, TEAM_FIELDS).fields });
        },
      },
    );
  };

  return (
    <Dialog onClose={onClose} title={`Edit ${team.name}`} isKept={!isUntouched}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {before ? (
            <MeanwhileNotice
              title="Somebody changed this team meanwhile"
              changes={teamChanges(before, edit.over)}
              advice="Nothing was overwritten, and what you typed is kept. Save puts yours over it."
            />
          ) : null}
          <FormError error={overtaking(error) ? null : error} fields={TEAM_FIELDS} />
          <TeamFields
            values={edit.typed}
            errors={errors}
            onChange={(change) =>
              setState({
                edit: { ...edit, typed: { ...edit.typed, ...change } },
                before,
                errors: {},
              })
            }
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
