import { useBlocker } from "@tanstack/react-router";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";

/** Asks before a page is left with something that was typed and not saved. */
export function LeaveGuard({ isNeeded }: { isNeeded: () => boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isNeeded,
    enableBeforeUnload: isNeeded,
    withResolver: true,
  });
  if (status !== "blocked") return null;
  return (
    <ConfirmDialog
      title="Leave without saving?"
      confirm="Leave"
      isDangerous
      isPending={false}
      error={null}
      onConfirm={proceed}
      onClose={reset}
    >
      What you changed here is lost then.
    </ConfirmDialog>
  );
}
