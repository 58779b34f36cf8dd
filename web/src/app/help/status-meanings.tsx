import classes from "@/app/help/help-page.module.css";
import type { Status } from "@/shared/api/types";
import { StatusBadge } from "@/shared/ui/status-badge";

type Meanings = [status: Status, meaning: string][];

/** Statuses, and what each of them means for the reader. */
export function StatusMeanings({ meanings }: { meanings: Meanings }) {
  return (
    <dl className={classes.terms}>
      {meanings.map(([status, meaning]) => (
        <div key={status} className={classes.term}>
          <dt>
            <StatusBadge status={status} />
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
