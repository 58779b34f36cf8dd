import { notifications } from "@mantine/notifications";
import { ProofForm } from "@/features/account/proof-form";
import { useDisableTwoFactor } from "@/features/account/use-two-factor";
import { Dialog } from "@/shared/ui/dialog";

export function DisableTwoFactorDialog({ onClose }: { onClose: () => void }) {
  const { mutate, isPending, error } = useDisableTwoFactor();
  const disable = (password: string) =>
    mutate(password, {
      onSuccess: () => {
        onClose();
        notifications.show({
          color: "teal",
          title: "The second factor is off",
          message: "Signing in takes your password alone.",
        });
      },
    });
  return (
    <Dialog onClose={onClose} title="Switch off the second factor?">
      <ProofForm
        confirm="Switch off"
        isDangerous
        isPending={isPending}
        error={error}
        onProve={disable}
        onClose={onClose}
      >
        Signing in takes your password alone then, and your recovery codes are no longer good. You
        can set it up again at any time.
      </ProofForm>
    </Dialog>
  );
}
