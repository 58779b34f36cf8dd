import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { type Run, runJobs } from "@/features/tickets/bulk-run";
import type { BulkStep } from "@/features/tickets/bulk-undo";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { ItemType, Outcomes } from "@/shared/api/types";
import { OPEN_WORK_KEY } from "@/shared/reference/use-open-work";

/** Changes many at once, in one step or in several; answers what became of each, whatever came in between. */
export function useBulkChange(type: ItemType) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (steps: BulkStep[]): Promise<Run> =>
      runJobs(
        steps.map((step) => ({ type, step })),
        { send: sendPart },
      ),
    onSettled: () => refreshItems(client),
  });
}

/** Reads anew what shows any of those that were changed. */
export function refreshItems(client: QueryClient) {
  for (const key of ["tickets", "ticket", OPEN_WORK_KEY[0]]) {
    void client.invalidateQueries({ queryKey: [key] });
  }
}

/** Sends what one request can hold. */
export function sendPart(type: ItemType, { ids, change }: BulkStep): Promise<Outcomes> {
  return unwrap(api.POST(itemPath(type, "/api/tickets/bulk"), { body: { ids, change } }));
}
