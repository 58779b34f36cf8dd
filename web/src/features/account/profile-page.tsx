import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDocumentTitle } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useRef } from "react";
import { AvatarField } from "@/features/account/avatar-field";
import classes from "@/features/account/settings.module.css";
import { api, unwrap } from "@/shared/api/client";
import { fieldErrors } from "@/shared/api/field-errors";
import { focusInvalid } from "@/shared/lib/focus-invalid";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { useTeams } from "@/shared/reference/use-teams";
import { sessionStore } from "@/shared/session/session-store";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { FormError } from "@/shared/ui/form-error";
import { PersonAvatar } from "@/shared/ui/person";
import { TeamMark } from "@/shared/ui/team-mark";

export function ProfilePage() {
  useDocumentTitle("Profile · Seaversity");
  const user = useCurrentUser();
  return (
    <>
      <Title order={1} size="h2">
        Profile
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        How others see you
      </Text>
      <Stack gap="md">
        <section className={`sv-card ${classes.card}`}>
          <Group gap="md" mb="lg" wrap="nowrap">
            <PersonAvatar person={user} size={56} />
            <div className={classes.who}>
              <Text fw={650} size="lg">
                {user.name}
              </Text>
              <Text c="dimmed" size="sm">
                {ROLE_LABEL[user.role]}
              </Text>
            </div>
          </Group>
          <AvatarField />
          <NameForm />
        </section>
        <section className={`sv-card ${classes.card}`} aria-labelledby="for-admins">
          <Title order={2} size="h5" id="for-admins">
            What an admin looks after
          </Title>
          <Text c="dimmed" size="sm" mb="sm">
            If something here is wrong, please ask an admin of your help desk.
          </Text>
          <dl className={classes.facts}>
            <dt>E-mail</dt>
            <dd>{user.email}</dd>
            <dt>Role</dt>
            <dd>{ROLE_LABEL[user.role]}</dd>
            <dt>Teams</dt>
            <dd>
              <OwnTeams ids={user.teamIds} />
            </dd>
          </dl>
        </section>
      </Stack>
    </>
  );
}

function OwnTeams({ ids }: { ids: string[] }) {
  const teams = useTeams();
  if (ids.length === 0) return <>None</>;
  if (teams.isPending) return <>Loading…</>;
  if (teams.isError) return <>They could not be loaded</>;
  return (
    <ul className={classes.teams}>
      {ids.map((id) => (
        <li key={id}>
          <TeamMark team={teams.data.find((team) => team.id === id)} none="A team that is gone" />
        </li>
      ))}
    </ul>
  );
}

function NameForm() {
  const user = useCurrentUser();
  const fields = useRef<HTMLFormElement>(null);
  const form = useForm({
    initialValues: { name: user.name },
    validate: { name: (name) => (name.trim() ? null : "Enter your name") },
  });
  const mutation = useMutation({
    mutationFn: (name: string) => unwrap(api.PATCH("/api/users/me", { body: { name } })),
    onSuccess: (renamed) => {
      sessionStore.rename(renamed);
      form.setValues({ name: renamed.name });
      form.resetDirty({ name: renamed.name });
      notifications.show({
        color: "teal",
        icon: <CircleCheck size={18} />,
        title: "Saved",
        message: `You are shown as ${renamed.name}.`,
      });
    },
    onError: (error) =>
      focusInvalid(fields.current, () => form.setErrors(fieldErrors(error, ["name"]).fields)),
  });
  return (
    <form
      ref={fields}
      noValidate
      aria-label="Your name"
      onSubmit={form.onSubmit(
        ({ name }) => mutation.mutate(name.trim()),
        () => focusInvalid(fields.current),
      )}
    >
      <Stack gap="md">
        <FormError error={mutation.error} fields={["name"]} />
        <TextInput
          label="Name"
          description="In full; it stands beside your tickets and answers"
          autoComplete="name"
          maxLength={120}
          required
          withAsterisk
          {...form.getInputProps("name")}
        />
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={mutation.isPending}
            disabled={form.values.name.trim() === user.name}
          >
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
