import { CalendarClock, CalendarX } from "lucide-react";
import type { ReactNode } from "react";
import type { TicketSummary } from "@/shared/api/types";
import { dueState } from "@/shared/lib/due";
import { absoluteTime } from "@/shared/lib/relative-time";
import { useNow } from "@/shared/lib/use-now";
import classes from "@/shared/ui/due-mark.module.css";

interface DueMarkProps {
  item: Pick<TicketSummary, "dueDate" | "status" | "completedAt">;
  /** What is shown where there is nothing to say of a due date. */
  none?: ReactNode;
}

/** Told by shape and word as well as by colour. */
export function DueMark({ item, none = null }: DueMarkProps) {
  const state = dueState(item, useNow());
  const { dueDate } = item;
  if (!state || !dueDate) return none;
  const { kind, text } = state;
  const Icon = kind === "overdue" ? CalendarX : CalendarClock;
  return (
    <time dateTime={dueDate} title={absoluteTime(dueDate)} className={classes.mark} data-due={kind}>
      <Icon size={14} aria-hidden="true" />
      {text.charAt(0).toUpperCase() + text.slice(1)}
    </time>
  );
}
