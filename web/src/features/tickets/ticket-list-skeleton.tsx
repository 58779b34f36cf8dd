import { Skeleton } from "@mantine/core";
import classes from "@/features/tickets/ticket-list-skeleton.module.css";
import type { ItemType } from "@/shared/api/types";
import { ITEM_WORDS } from "@/shared/lib/item-words";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

export function TicketListSkeleton({ type, isWide }: { type: ItemType; isWide: boolean }) {
  return (
    <div className={classes.rows}>
      <span className="sv-visually-hidden" role="status">
        Loading {ITEM_WORDS[type].many}
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
