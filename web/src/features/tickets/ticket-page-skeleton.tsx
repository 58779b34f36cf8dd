import { Skeleton, Stack } from "@mantine/core";
import classes from "@/features/tickets/ticket-page.module.css";
import type { ItemType } from "@/shared/api/types";
import { ITEM_WORDS } from "@/shared/lib/item-words";

export function TicketPageSkeleton({ type }: { type: ItemType }) {
  return (
    <div className={classes.page} aria-busy="true">
      <span className="sv-visually-hidden" role="status">
        Loading the {ITEM_WORDS[type].one}
      </span>
      <div className={classes.head}>
        <Skeleton height={12} width={110} mb="lg" />
        <Skeleton height={28} width="min(480px, 90%)" />
      </div>
      <div className={classes.details}>
        <Skeleton height={360} radius={12} />
      </div>
      <Stack className={classes.conversation}>
        <Skeleton height={150} radius={12} />
        <Skeleton height={110} radius={12} />
        <Skeleton height={180} radius={12} />
      </Stack>
    </div>
  );
}
