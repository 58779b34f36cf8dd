import type { ItemCount, ItemType } from "@/shared/api/types";
import { countOf, ITEM_WORDS } from "@/shared/lib/item-words";

type Counts = Record<ItemType, ItemCount>;

/** "3 tickets", "1 task", "100 or more tickets". */
export function countWords({ count, isMore }: ItemCount, type: ItemType): string {
  return isMore ? `${count} or more ${ITEM_WORDS[type].many}` : countOf(count, type);
}

export function hasSome({ count, isMore }: ItemCount): boolean {
  return count > 0 || isMore;
}

export function hasOpenWork({ TICKET, TASK }: Counts): boolean {
  return hasSome(TICKET) || hasSome(TASK);
}

/** "3 tickets and 1 task", without what there is none of; null where there is nothing. */
export function openWorkWords(work: Counts): string | null {
  const parts = (["TICKET", "TASK"] as const)
    .filter((type) => hasSome(work[type]))
    .map((type) => countWords(work[type], type));
  return parts.length > 0 ? parts.join(" and ") : null;
}
