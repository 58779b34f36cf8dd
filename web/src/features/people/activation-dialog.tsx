import { Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { MeanwhileNotice } from "@/features/people/meanwhile-notice";
import { useChangeAccount } from "@/features/people/use-accounts";
import { overtaking } from "@/shared/api/api-error";
import type { User } from "@/shared/api/types";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";

/** Takes an account out of use, or into use again. */
export function ActivationDialog({ person, onClose }: { person: User; onClose: () => void }) {
  const [seen, setSeen] = useState(person);
  const [before, setBefore] = useState<User | null>(null);
  const { mutate, isPending, error } = useChangeAccount();
  const { name } = seen;
  // What was asked for stays what it was, whatever others do.
  const willBeActive = !person.isActive;

  const confirm = () =>
    mutate(
      { id: seen.id, version: seen.version, patch: { isActive: willBeActive } },
      {
        onSuccess: () => {
          onClose();
          notifications.show({
            color: "teal",
            icon: <CircleCheck size={18} />,
            message: willBeActive ? `${name} can sign in again.` : `${name} is deactivated.`,
          });
        },
        onError: (failure) => {
          const now = overtaking<User>(failure);
          if (!now) return;
          setBefore(seen);
          setSeen(now);
        },
      },
    );

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
          <MeanwhileNotice
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
      </Stack>
    </ConfirmDialog>
  );
}
