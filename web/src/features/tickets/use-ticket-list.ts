import { hashKey, infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import {
  listParameters,
  sieveCount,
  type TicketFilter,
  withoutSorting,
} from "@/features/tickets/ticket-filter";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Page, TicketSummary, User } from "@/shared/api/types";
import { useCurrentUser } from "@/shared/session/use-current-user";

const PAGE_SIZE = 30;

/** A filter leaves few of those that are looked through, and what is sorted is looked through as a whole. */
const SIFTED_PAGE_SIZE = 100;

export function ticketListKey(filter: TicketFilter) {
  return ["tickets", filter] as const;
}

export function ticketListQuery(
  filter: TicketFilter,
  user: User,
  pageSize = sieveCount(filter) > 0 || filter.sort ? SIFTED_PAGE_SIZE : PAGE_SIZE,
) {
  return infiniteQueryOptions({
    queryKey: ticketListKey(filter),
    queryFn: ({ pageParam, signal }): Promise<Page<TicketSummary>> =>
      unwrap(
        api.GET(itemPath(filter.type, "/api/tickets"), {
          params: {
            query: { ...listParameters(filter, user), cursor: pageParam, limit: pageSize },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function useTicketList(filter: TicketFilter, pageSize?: number) {
  const user = useCurrentUser();
  return useInfiniteQuery({
    ...ticketListQuery(filter, user, pageSize),
    // The same list in another order is shown as it was until it is there.
    placeholderData: (before, query) =>
      isSameList(query?.queryKey[1], filter) ? before : undefined,
  });
}

function isSameList(one: TicketFilter | undefined, other: TicketFilter): boolean {
  return one !== undefined && hashKey([withoutSorting(one)]) === hashKey([withoutSorting(other)]);
}
