import { Link } from "@tanstack/react-router";
import type { CSSProperties, ReactNode } from "react";
import classes from "@/features/teams/bar-list.module.css";
import type { ItemType, Priority, Status } from "@/shared/api/types";
import { listTarget } from "@/shared/lib/item-words";

/** What a list is asked for, beside its team. */
export interface ListPart {
  status?: Status;
  priority?: Priority;
  /** A person's id, or "none". */
  assignee?: string;
}

export interface Bar {
  id: string;
  label: ReactNode;
  count: number;
  part: ListPart;
  color?: string;
}

interface BarListProps {
  type: ItemType;
  teamId: string;
  bars: Bar[];
}

/** How many there are of each; what they are is a click away. The bars only show what the numbers say. */
export function BarList({ type, teamId, bars }: BarListProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className={classes.list}>
      {bars.map(({ id, label, count, part, color }) => (
        <li key={id}>
          <Link
            {...listTarget(type)}
            search={{ view: "all", team: teamId, ...part }}
            className={classes.bar}
            style={{ "--share": `${(100 * count) / most}%`, "--tone": color } as CSSProperties}
          >
            <span className={classes.label}>{label}</span>
            <span className={classes.count}>{count}</span>
            <span className={classes.track} aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
