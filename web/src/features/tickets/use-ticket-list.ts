import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { listParameters, type TicketFilter } from "@/features/tickets/ticket-filter";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Page, TicketSummary, User } from "@/shared/api/types";
import { useCurrentUser } from "@/shared/session/use-current-user";

const PAGE_SIZE = 30;

export function ticketListKey(filter: TicketFilter) {
  return ["tickets", filter] as const;
}

export function ticketListQuery(filter: TicketFilter, user: User) {
  return infiniteQueryOptions({
    queryKey: ticketListKey(filter),
    queryFn: ({ pageParam, signal }): Promise<Page<TicketSummary>> =>
      unwrap(
        api.GET(itemPath(filter.type, "/api/tickets"), {
          params: {
            query: { ...listParameters(filter, user), cursor: pageParam, limit: PAGE_SIZE },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function useTicketList(filter: TicketFilter) {
  const user = useCurrentUser();
  return useInfiniteQuery(ticketListQuery(filter, user));
}
