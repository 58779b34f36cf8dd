import { useQuery } from "@tanstack/react-query";
import {
  listParameters,
  type TicketFilter,
  withoutSorting,
} from "@/features/tickets/ticket-filter";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { ItemCount } from "@/shared/api/types";
import { useCurrentUser } from "@/shared/session/use-current-user";

/** A count stands for a minute. */
export const COUNT_MS = 60_000;

const MOST_COUNTED = 99;

/** How many a list has, as far as one page tells. */
export function useListCount(filter: TicketFilter) {
  const user = useCurrentUser();
  const counted = withoutSorting(filter);
  return useQuery({
    queryKey: ["count", counted],
    queryFn: ({ signal }): Promise<ItemCount> =>
      unwrap(
        api.GET(itemPath(counted.type, "/api/tickets/count"), {
          params: { query: { ...listParameters(counted, user), limit: MOST_COUNTED } },
          signal,
        }),
      ),
    staleTime: COUNT_MS,
    retry: false,
  });
}
