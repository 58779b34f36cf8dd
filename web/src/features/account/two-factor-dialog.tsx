import { ConfirmSecretForm } from "@/features/account/confirm-secret-form";
import { ProofForm } from "@/features/account/proof-form";
import { RecoveryCodesView } from "@/features/account/recovery-codes-view";
import { useConfirmSecret, useProposeSecret } from "@/features/account/use-two-factor";
import { Dialog } from "@/shared/ui/dialog";

/** Setting up the second factor: the password, the app, and the codes for when the app is not there. */
export function TwoFactorDialog({ onClose }: { onClose: () => void }) {
  const proposal = useProposeSecret();
  const confirmation = useConfirmSecret();
  const codes = confirmation.data?.recoveryCodes;
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={codes ? "The second factor is on" : "Set up the second factor"}
      isKept={Boolean(proposal.data)}
      // The codes are shown once: a slip of the hand shall not take them away.
      isLocked={Boolean(codes)}
    >
      {codes ? (
        <RecoveryCodesView codes={codes} onClose={onClose} />
      ) : proposal.data ? (
        <ConfirmSecretForm
          proposed={proposal.data}
          isPending={confirmation.isPending}
          error={confirmation.error}
          onConfirm={confirmation.mutate}
          onClose={onClose}
        />
      ) : (
        <ProofForm
          confirm="Go on"
          isPending={proposal.isPending}
          error={proposal.error}
          onProve={proposal.mutate}
          onClose={onClose}
        >
          You need an authenticator app on your phone, such as Aegis, 2FAS, Google Authenticator or
          Microsoft Authenticator. First, enter your password once more.
        </ProofForm>
      )}
    </Dialog>
  );
}
