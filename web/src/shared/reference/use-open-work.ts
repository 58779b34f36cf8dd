import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { ItemCount, ItemType } from "@/shared/api/types";

/** How much a person has to do still, as far as the reader may see it. */
export type OpenWork = Record<ItemType, ItemCount>;

/** The start of what is known of anybody's. */
export const OPEN_WORK_KEY = ["open-work"] as const;

export function openWorkQuery(personId: string) {
  return queryOptions({
    queryKey: [...OPEN_WORK_KEY, personId],
    queryFn: async ({ signal }): Promise<OpenWork> => {
      const count = (type: ItemType) =>
        unwrap(
          api.GET(itemPath(type, "/api/tickets/count"), {
            params: { query: { view: "all", status: "ACTIVE", assigneeId: personId } },
            signal,
          }),
        );
      const [TICKET, TASK] = await Promise.all([count("TICKET"), count("TASK")]);
      return { TICKET, TASK };
    },
    staleTime: 0,
  });
}

export function useOpenWork(personId: string) {
  return useQuery(openWorkQuery(personId));
}
