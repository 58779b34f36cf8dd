import { notifications } from "@mantine/notifications";
import { useResetSecondFactor } from "@/features/people/use-accounts";
import type { User } from "@/shared/api/types";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";

export function ResetFactorDialog({ person, onClose }: { person: User; onClose: () => void }) {
  const { mutate, isPending, error } = useResetSecondFactor();
  const confirm = () =>
    mutate(person.id, {
      onSuccess: () => {
        onClose();
        notifications.show({
          color: "teal",
          message: `${person.name} signs in with the password alone.`,
        });
      },
    });
  return (
    <ConfirmDialog
      title={`Reset the second factor of ${person.name}?`}
      confirm="Reset"
      isDangerous
      isPending={isPending}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      Signing in takes the password alone then, and the recovery codes are no longer good. Do this
      only if you are sure that it is the person who asks: a lost phone is what an attacker would
      claim too. The person is told by mail.
    </ConfirmDialog>
  );
}
