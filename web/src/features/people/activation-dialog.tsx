import { Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { AccountMeanwhile } from "@/features/people/account-meanwhile";
import { HeldWork } from "@/features/people/held-work";
import { useChangeAccount } from "@/features/people/use-accounts";
import { overtaking } from "@/shared/api/api-error";
import type { User } from "@/shared/api/types";
import { hasOpenWork, openWorkWords } from "@/shared/lib/open-work-words";
import { useOpenWork } from "@/shared/reference/use-open-work";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";
import { Dialog } from "@/shared/ui/dialog";

interface ActivationDialogProps {
  person: User;
  onClose: () => void;
  /** Gives their open work to others. */
  onReassign: (person: User) => void;
}

/** Takes an account out of use, or into use again. */
export function ActivationDialog({ person, onClose, onReassign }: ActivationDialogProps) {
  const [seen, setSeen] = useState(person);
  const [before, setBefore] = useState<User | null>(null);
  const [isLeft, setLeft] = useState(false);
  const { mutate, isPending, error } = useChangeAccount();
  const work = useOpenWork(person.id);
  const { name } = seen;
  // What was asked for stays what it was, whatever others do.
  const willBeActive = !person.isActive;

  const confirm = () =>
    mutate(
      { id: seen.id, version: seen.version, patch: { isActive: willBeActive } },
      {
        onSuccess: () => {
          notifications.show({
            color: "teal",
            icon: <CircleCheck size={18} />,
            message: willBeActive ? `${name} can sign in again.` : `${name} is deactivated.`,
          });
          if (!willBeActive && work.data && hasOpenWork(work.data)) setLeft(true);
          else onClose();
        },
        onError: (failure) => {
          const now = overtaking<User>(failure);
          if (!now) return;
          setBefore(seen);
          setSeen(now);
        },
      },
    );

  if (isLeft) {
    return (
      <Dialog title={`${name} is deactivated`} onClose={onClose}>
        <Stack gap="md">
          <Text size="sm">
            {name} still has {work.data && openWorkWords(work.data)} open. It waits there until
            somebody takes it over.
          </Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Later
            </Button>
            <Button
              data-autofocus
              onClick={() => {
                onClose();
                onReassign(seen);
              }}
            >
              Reassign their open work
            </Button>
          </Group>
        </Stack>
      </Dialog>
    );
  }

  return (
    <ConfirmDialog
      title={willBeActive ? `Activate ${name}?` : `Deactivate ${name}?`}
      confirm={willBeActive ? "Activate" : "Deactivate"}
      isDangerous={!willBeActive}
      isPending={isPending}
      error={overtaking(error) ? null : error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="sm">
        {before ? (
          <AccountMeanwhile
            before={before}
            now={seen}
            advice="Please look again, and confirm once more if it still fits."
          />
        ) : null}
        <span>
          {willBeActive
            ? "The account signs in again, with the password, the role and the teams that it had."
            : "The person is signed out everywhere at once and cannot sign in any more. Open work stays with them until somebody takes it over, and everything that they wrote stays. You can activate the account again at any time."}
        </span>
        {willBeActive ? null : (
          <HeldWork
            work={work.data}
            isUnknown={work.isError}
            isDisabled={isPending}
            onReassign={() => onReassign(seen)}
          />
        )}
      </Stack>
    </ConfirmDialog>
  );
}
