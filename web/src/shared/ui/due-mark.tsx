import { CalendarClock, CalendarX } from "lucide-react";
import type { Status } from "@/shared/api/types";
import { dueState } from "@/shared/lib/due";
import { ACTIVE_STATUSES } from "@/shared/lib/labels";
import { absoluteTime } from "@/shared/lib/relative-time";
import { useNow } from "@/shared/lib/use-now";
import classes from "@/shared/ui/due-mark.module.css";

interface DueMarkProps {
  dueDate: string;
  status: Status;
}

/** Told by shape and word as well as by colour. */
export function DueMark({ dueDate, status }: DueMarkProps) {
  const { kind, text } = dueState(dueDate, ACTIVE_STATUSES.includes(status), useNow());
  const Icon = kind === "overdue" ? CalendarX : CalendarClock;
  return (
    <time dateTime={dueDate} title={absoluteTime(dueDate)} className={classes.mark} data-due={kind}>
      <Icon size={14} aria-hidden="true" />
      {text.charAt(0).toUpperCase() + text.slice(1)}
    </time>
  );
}
