import type { User } from "@/shared/api/types";
import classes from "@/shared/ui/status-badge.module.css";

export type AccountState = "active" | "invited" | "deactivated";

const SHOWN = {
  active: { label: "Active", tone: "RESOLVED" },
  invited: { label: "Invited", tone: "OPEN" },
  deactivated: { label: "Deactivated", tone: "CLOSED" },
} as const;

export function accountState({ isActive, isInvited }: User): AccountState {
  if (!isActive) return "deactivated";
  return isInvited ? "invited" : "active";
}

export const ACCOUNT_STATE_LABEL: Record<AccountState, string> = {
  active: SHOWN.active.label,
  invited: SHOWN.invited.label,
  deactivated: SHOWN.deactivated.label,
};

export function AccountStatus({ person }: { person: User }) {
  const { label, tone } = SHOWN[accountState(person)];
  return (
    <span className={classes.badge} data-status={tone}>
      {label}
    </span>
  );
}
