import { notifications } from "@mantine/notifications";
import { useInviteAgain } from "@/features/people/use-accounts";
import type { User } from "@/shared/api/types";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";

export function InviteAgainDialog({ person, onClose }: { person: User; onClose: () => void }) {
  const { mutate, isPending, error } = useInviteAgain();
  const confirm = () =>
    mutate(person.id, {
      onSuccess: () => {
        onClose();
        notifications.show({
          color: "teal",
          message: `An invitation is on its way to ${person.email}.`,
        });
      },
    });
  return (
    <ConfirmDialog
      title={`Invite ${person.name} again?`}
      confirm="Send the invitation"
      isPending={isPending}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      A new mail goes to {person.email}, with a link that is good for seven days.
    </ConfirmDialog>
  );
}
