import { Button, Group, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { CircleCheck } from "lucide-react";
import { type FormEvent, useState } from "react";
import {
  ACCOUNT_FIELDS,
  type AccountEdit,
  type AccountField,
  accountPatch,
  beginAccountEdit,
  rebaseAccountEdit,
} from "@/features/people/account-edit";
import { AccountFields } from "@/features/people/account-fields";
import { AccountMeanwhile } from "@/features/people/account-meanwhile";
import { accountProblems } from "@/features/people/account-problems";
import { useChangeAccount } from "@/features/people/use-accounts";
import { overtaking } from "@/shared/api/api-error";
import { fieldErrors } from "@/shared/api/field-errors";
import type { User } from "@/shared/api/types";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { Dialog } from "@/shared/ui/dialog";
import { FormError } from "@/shared/ui/form-error";

interface Editing {
  edit: AccountEdit;
  /** The account as it was when somebody else changed it. */
  before: User | null;
  errors: Partial<Record<AccountField, string>>;
}

export function EditAccountDialog({ person, onClose }: { person: User; onClose: () => void }) {
  const user = useCurrentUser();
  const [{ edit, before, errors }, setState] = useState<Editing>(() => ({
    edit: beginAccountEdit(person),
    before: null,
    errors: {},
  }));
  const { mutate, isPending, error } = useChangeAccount();
  const isUntouched = Object.keys(accountPatch(edit)).length === 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const problems = accountProblems(edit.typed);
    if (Object.keys(problems).length > 0) return setState({ edit, before, errors: problems });
    if (isUntouched) return onClose();
    mutate(
      { id: person.id, version: edit.over.version, patch: accountPatch(edit) },
      {
        onSuccess: ({ name }) => {
          onClose();
          notifications.show({
            color: "teal",
            icon: <CircleCheck size={18} />,
            message: `${name}: saved. It holds from the next click on.`,
          });
        },
        onError: (failure) => {
          const now = overtaking<User>(failure);
          if (now) setState({ edit: rebaseAccountEdit(edit, now), before: edit.over, errors: {} });
          else {
            const { fields } = fieldErrors(failure, ACCOUNT_FIELDS);
            setState({ edit, before, errors: fields });
          }
        },
      },
    );
  };

  return (
    <Dialog onClose={onClose} title={`Edit ${person.name}`} isKept={!isUntouched}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {before ? (
            <AccountMeanwhile
              before={before}
              now={edit.over}
              advice="Nothing was overwritten, and what you typed is kept. Save puts yours over it."
            />
          ) : null}
          <FormError error={overtaking(error) ? null : error} fields={ACCOUNT_FIELDS} />
          <AccountFields
            values={edit.typed}
            errors={errors}
            isOwn={person.id === user.id}
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
