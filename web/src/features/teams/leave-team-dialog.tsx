import type { Team } from "@/shared/api/types";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";

interface LeaveTeamDialogProps {
  team: Team;
  onLeave: () => void;
  onClose: () => void;
}

export function LeaveTeamDialog({ team, onLeave, onClose }: LeaveTeamDialogProps) {
  return (
    <ConfirmDialog
      title={`Leave ${team.name}?`}
      confirm="Leave"
      isDangerous
      isPending={false}
      error={null}
      onConfirm={onLeave}
      onClose={onClose}
    >
      You no longer see the team’s tickets, and change neither the team nor its categories. An admin
      or another manager of it can take you in again.
    </ConfirmDialog>
  );
}
