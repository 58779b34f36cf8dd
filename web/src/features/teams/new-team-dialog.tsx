import { Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import { type FormEvent, useState } from "react";
import { NEW_TEAM, newTeam, TEAM_FIELDS, type TeamField } from "@/features/teams/team-edit";
import { TeamFields } from "@/features/teams/team-fields";
import { useCreateTeam } from "@/features/teams/use-change-team";
import { fieldErrors } from "@/shared/api/field-errors";
import { Dialog } from "@/shared/ui/dialog";
import { FormError } from "@/shared/ui/form-error";

export function NewTeamDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [values, setValues] = useState(NEW_TEAM);
  const [errors, setErrors] = useState<Partial<Record<TeamField, string>>>({});
  const { mutate, isPending, error } = useCreateTeam();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (!values.name.trim()) return setErrors({ name: "Enter the name" });
    mutate(newTeam(values), {
      onSuccess: ({ id, name }) => {
        onClose();
        notifications.show({
          color: "teal",
          icon: <CircleCheck size={18} />,
          title: `${name} is there`,
          message: "Now say who is in it.",
        });
        void navigate({ to: "/teams/$teamId", params: { teamId: id } });
      },
      onError: (failure) => setErrors(fieldErrors(failure, TEAM_FIELDS).fields),
    });
  };

  return (
    <Dialog onClose={onClose} title="New team" isKept={values !== NEW_TEAM}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <FormError error={error} fields={TEAM_FIELDS} />
          <TeamFields
            values={values}
            errors={errors}
            onChange={(change) => {
              setValues({ ...values, ...change });
              setErrors({});
            }}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} disabled={isPending}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Make the team
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
