import { type InfiniteData, infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Notification, Page } from "@/shared/api/types";

export type NotificationPages = InfiniteData<Page<Notification>, unknown>;

export const notificationsQuery = infiniteQueryOptions({
  queryKey: ["notifications"],
  queryFn: ({ pageParam, signal }): Promise<Page<Notification>> =>
    unwrap(
      api.GET("/api/notifications", {
        params: { query: { cursor: pageParam, limit: 25 } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

export function useNotifications() {
  return useInfiniteQuery(notificationsQuery);
}
