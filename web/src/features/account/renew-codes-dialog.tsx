import { Modal } from "@mantine/core";
import { ProofForm } from "@/features/account/proof-form";
import { RecoveryCodesView } from "@/features/account/recovery-codes-view";
import { useRenewCodes } from "@/features/account/use-two-factor";

export function RenewCodesDialog({ onClose }: { onClose: () => void }) {
  const { mutate, isPending, error, data } = useRenewCodes();
  return (
    <Modal
      opened
      onClose={onClose}
      size={data ? "lg" : "md"}
      title="New recovery codes"
      closeButtonProps={{ "aria-label": "Close" }}
      withCloseButton={!data}
      closeOnClickOutside={!data}
      closeOnEscape={!data}
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
    </Modal>
  );
}
