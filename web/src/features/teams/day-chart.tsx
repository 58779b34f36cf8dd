import { Button } from "@mantine/core";
import { useId, useState } from "react";
import classes from "@/features/teams/day-chart.module.css";
import { type DayCount, dayWords } from "@/features/teams/statistics";

const HALF = 48;
const WIDTH = 10;

/** What came in and what was completed on each day: above the line and below it; and the same as a table. */
export function DayChart({ days, words }: { days: DayCount[]; words: string }) {
  const [isTable, setTable] = useState(false);
  const tableId = useId();
  const sum = (part: "created" | "completed") => days.reduce((all, day) => all + day[part], 0);
  const most = Math.max(1, ...days.flatMap(({ created, completed }) => [created, completed]));
  const busy = days.filter(({ created, completed }) => created > 0 || completed > 0).reverse();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  if (busy.length === 0) {
    return <p className={classes.none}>No {words} came in or were completed in these days.</p>;
  }
  return (
    <>
      <div className={classes.legend}>
        <span className={classes.created}>Came in</span>
        <span className={classes.completed}>Completed</span>
        <span className={classes.scale}>At most {most} on a day</span>
      </div>
      <svg
        role="img"
        aria-label={`From ${dayWords(first.date)} to ${dayWords(last.date)}, of ${words}: ${sum("created")} came in, ${sum("completed")} completed`}
        className={classes.chart}
        viewBox={`0 0 ${days.length * WIDTH} ${2 * HALF}`}
        preserveAspectRatio="none"
      >
        {days.map(({ date, created, completed }, at) => (
          <g key={date} className={classes.day}>
            <title>{`${dayWords(date)}: ${created} came in, ${completed} completed`}</title>
            <rect x={at * WIDTH} y={0} width={WIDTH} height={2 * HALF} className={classes.place} />
            <Column at={at} count={created} most={most} isUp />
            <Column at={at} count={completed} most={most} isUp={false} />
          </g>
        ))}
        <line x1={0} x2={days.length * WIDTH} y1={HALF} y2={HALF} className={classes.axis} />
      </svg>
      <div className={classes.ends} aria-hidden="true">
        <span>{dayWords(first.date)}</span>
        <span>{dayWords(last.date)}</span>
      </div>
      <Button
        variant="subtle"
        size="compact-sm"
        ml={-8}
        aria-expanded={isTable}
        aria-controls={tableId}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? "Hide the table" : "Show as a table"}
      </Button>
      <div id={tableId} hidden={!isTable}>
        {isTable ? (
          <table className={classes.table}>
            <caption>
              Days on which something happened, the newest first. A day is one in UTC.
            </caption>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Came in</th>
                <th scope="col">Completed</th>
              </tr>
            </thead>
            <tbody>
              {busy.map(({ date, created, completed }) => (
                <tr key={date}>
                  <th scope="row">{dayWords(date)}</th>
                  <td>{created}</td>
                  <td>{completed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
    </>
  );
}

interface ColumnProps {
  at: number;
  count: number;
  most: number;
  isUp: boolean;
}

function Column({ at, count, most, isUp }: ColumnProps) {
  const height = (count / most) * (HALF - 2);
  return (
    <rect
      x={at * WIDTH + 1.5}
      y={isUp ? HALF - height : HALF}
      width={WIDTH - 3}
      height={height}
      className={isUp ? classes.up : classes.down}
    />
  );
}
