import { Skeleton } from "@mantine/core";
import classes from "@/features/tickets/ticket-list-skeleton.module.css";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

export function TicketListSkeleton({ isWide }: { isWide: boolean }) {
  return (
    <div className={classes.rows}>
      <span className="sv-visually-hidden" role="status">
        Loading tickets
      </span>
      {ROWS.map((row) => (
        <div key={row} className={classes.row} data-wide={isWide || undefined}>
          <Skeleton height={12} width={56} />
          <Skeleton height={14} className={classes.title} />
          <Skeleton height={20} width={86} radius="xl" />
          {isWide ? (
            <>
              <Skeleton height={12} width={60} />
              <Skeleton height={12} width={110} />
              <Skeleton height={12} width={110} />
              <Skeleton height={12} width={70} />
            </>
          ) : null}
        </div>
      ))}
    </div>
  );
}
