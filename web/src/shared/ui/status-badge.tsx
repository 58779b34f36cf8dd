import type { Status } from "@/shared/api/types";
import { STATUS_LABEL } from "@/shared/lib/labels";
import classes from "@/shared/ui/status-badge.module.css";

export function StatusBadge({ status }: { status: Status }) {
  return (
    <span className={classes.badge} data-status={status}>
      {STATUS_LABEL[status]}
    </span>
  );
}
