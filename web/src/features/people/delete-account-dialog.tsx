import { Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useDeleteAccount } from "@/features/people/use-accounts";
import type { User } from "@/shared/api/types";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";

export function DeleteAccountDialog({ person, onClose }: { person: User; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const { mutate, isPending, error } = useDeleteAccount();
  const confirm = () =>
    mutate(person.id, {
      onSuccess: () => {
        onClose();
        notifications.show({ color: "teal", message: `The account of ${person.name} is deleted.` });
      },
    });
  return (
    <ConfirmDialog
      title={`Delete the account of ${person.name}?`}
      confirm="Delete for good"
      isDangerous
      isWaiting={typed.trim().toLowerCase() !== person.email}
      isPending={isPending}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="md">
        <span>
          The person is signed out everywhere at once, is in no list any more, and the e-mail is
          free for another account. Tickets and answers stay, under the name. This cannot be taken
          back; to keep somebody out for a while, deactivate the account instead.
        </span>
        <TextInput
          label={`To confirm, type ${person.email}`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
