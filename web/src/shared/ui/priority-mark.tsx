import { ArrowDown, ChevronsUp, Equal, Flame } from "lucide-react";
import type { Priority } from "@/shared/api/types";
import { PRIORITY_LABEL } from "@/shared/lib/labels";
import classes from "@/shared/ui/priority-mark.module.css";

const ICON = { LOW: ArrowDown, MEDIUM: Equal, HIGH: ChevronsUp, CRITICAL: Flame };

/** Told by shape and word as well as by colour. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const Icon = ICON[priority];
  return (
    <span className={classes.mark} data-priority={priority}>
      <Icon size={14} strokeWidth={2.4} aria-hidden="true" />
      {PRIORITY_LABEL[priority]}
    </span>
  );
}
