import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { BulkStep } from "@/features/tickets/bulk-undo";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { ItemType, Outcomes } from "@/shared/api/types";

/** The most that the server takes at once. */
const MOST_AT_ONCE = 200;

async function send(type: ItemType, { ids, change }: BulkStep): Promise<Outcomes> {
  const all: Outcomes = { done: 0, failed: 0, items: [] };
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE) {
    const part = await unwrap(
      api.POST(itemPath(type, "/api/tickets/bulk"), {
        body: { ids: ids.slice(at, at + MOST_AT_ONCE), change },
      }),
    );
    all.done += part.done;
    all.failed += part.failed;
    all.items.push(...part.items);
  }
  return all;
}

/** Changes many at once, in one step or in several; each has a result of its own. */
export function useBulkChange(type: ItemType) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (steps: BulkStep[]): Promise<Outcomes> => {
      const all: Outcomes = { done: 0, failed: 0, items: [] };
      for (const step of steps) {
        const part = await send(type, step);
        all.done += part.done;
        all.failed += part.failed;
        all.items.push(...part.items);
      }
      return all;
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ["tickets"] });
      void client.invalidateQueries({ queryKey: ["ticket"] });
    },
  });
}
