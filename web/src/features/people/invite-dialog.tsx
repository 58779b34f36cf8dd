import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { CircleCheck } from "lucide-react";
import { type FormEvent, useState } from "react";
import {
  ACCOUNT_FIELDS,
  type AccountField,
  type AccountValues,
} from "@/features/people/account-edit";
import { AccountFields } from "@/features/people/account-fields";
import { accountProblems } from "@/features/people/account-problems";
import { useInvitePerson } from "@/features/people/use-accounts";
import { fieldErrors } from "@/shared/api/field-errors";
import { Dialog } from "@/shared/ui/dialog";
import { FormError } from "@/shared/ui/form-error";

const EMPTY: AccountValues = { email: "", name: "", role: "USER", teamIds: [] };

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [values, setValues] = useState(EMPTY);
  const [errors, setErrors] = useState<Partial<Record<AccountField, string>>>({});
  const { mutate, isPending, error } = useInvitePerson();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const problems = accountProblems(values);
    setErrors(problems);
    if (Object.keys(problems).length > 0) return;
    mutate(
      { ...values, email: values.email.trim(), name: values.name.trim() },
      {
        onSuccess: (person) => {
          onClose();
          notifications.show({
            color: "teal",
            icon: <CircleCheck size={18} />,
            title: `${person.name} is invited`,
            message: `A mail with a link to choose a password is on its way to ${person.email}.`,
          });
        },
        onError: (failure) => setErrors(fieldErrors(failure, ACCOUNT_FIELDS).fields),
      },
    );
  };

  return (
    <Dialog onClose={onClose} title="Invite a person" isKept={values !== EMPTY}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <FormError error={error} fields={ACCOUNT_FIELDS} />
          <AccountFields
            values={values}
            errors={errors}
            onChange={(change) => {
              setValues({ ...values, ...change });
              setErrors({});
            }}
          />
          <Text size="xs" c="dimmed">
            The person gets a mail with a link to choose a password, which is good for seven days.
          </Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} disabled={isPending}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Send the invitation
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
