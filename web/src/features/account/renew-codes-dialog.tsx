import { ProofForm } from "@/features/account/proof-form";
import { RecoveryCodesView } from "@/features/account/recovery-codes-view";
import { useRenewCodes } from "@/features/account/use-two-factor";
import { Dialog } from "@/shared/ui/dialog";

export function RenewCodesDialog({ onClose }: { onClose: () => void }) {
  const { mutate, isPending, error, data } = useRenewCodes();
  return (
    <Dialog
      onClose={onClose}
      size={data ? "lg" : "md"}
      title="New recovery codes"
      isLocked={Boolean(data)}
    >
      {data ? (
        <RecoveryCodesView codes={data.recoveryCodes} onClose={onClose} />
      ) : (
        <ProofForm
          confirm="Make new codes"
          isPending={isPending}
          error={error}
          onProve={mutate}
          onClose={onClose}
        >
          The codes that you have now are no longer good afterwards.
        </ProofForm>
      )}
    </Dialog>
  );
}
