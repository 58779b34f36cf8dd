import { Skeleton } from "@mantine/core";
import classes from "@/features/people/people-skeleton.module.css";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function PeopleSkeleton({ isWide }: { isWide: boolean }) {
  return (
    <div className={classes.rows}>
      <span className="sv-visually-hidden" role="status">
        Loading people
      </span>
      {ROWS.map((row) => (
        <div key={row} className={classes.row}>
          <Skeleton height={36} width={36} circle />
          <div className={classes.names}>
            <Skeleton height={13} width="45%" />
            <Skeleton height={11} width="60%" />
          </div>
          {isWide ? (
            <>
              <Skeleton height={12} width={80} />
              <Skeleton height={12} width={180} />
              <Skeleton height={20} width={76} radius="xl" />
            </>
          ) : null}
        </div>
      ))}
    </div>
  );
}
