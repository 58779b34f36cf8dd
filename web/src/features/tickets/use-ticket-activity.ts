import { useInfiniteQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Activity, Page } from "@/shared/api/types";

export function useTicketActivity(ticketId: string) {
  return useInfiniteQuery({
    queryKey: ["activity", ticketId],
    queryFn: ({ pageParam, signal }): Promise<Page<Activity>> =>
      unwrap(
        api.GET("/api/tickets/{id}/activity", {
          params: { path: { id: ticketId }, query: { cursor: pageParam, limit: 50 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
