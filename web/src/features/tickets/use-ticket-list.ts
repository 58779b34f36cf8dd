import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { TicketFilter } from "@/features/tickets/ticket-filter";
import { api, unwrap } from "@/shared/api/client";
import type { Page, TicketSummary } from "@/shared/api/types";

const PAGE_SIZE = 30;

export function ticketListKey(filter: TicketFilter) {
  return ["tickets", filter] as const;
}

export function ticketListQuery(filter: TicketFilter) {
  return infiniteQueryOptions({
    queryKey: ticketListKey(filter),
    queryFn: ({ pageParam, signal }): Promise<Page<TicketSummary>> =>
      unwrap(
        api.GET("/api/tickets", {
          params: {
            query: {
              view: filter.view,
              status: filter.status === "ALL" ? undefined : filter.status,
              cursor: pageParam,
              limit: PAGE_SIZE,
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function useTicketList(filter: TicketFilter) {
  return useInfiniteQuery(ticketListQuery(filter));
}
