import {
  type InfiniteData,
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Notification, Page, UnreadCount } from "@/shared/api/types";

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

/** Its key begins as that of the list: what is read anew with the list is counted anew. */
export const unreadQuery = queryOptions({
  queryKey: [...notificationsQuery.queryKey, "unread-count"],
  queryFn: ({ signal }): Promise<UnreadCount> =>
    unwrap(api.GET("/api/notifications/unread-count", { signal })),
});

export function useNotifications() {
  return useInfiniteQuery(notificationsQuery);
}

/** How many are unread, in the list or further down. */
export function useUnreadCount() {
  return useQuery(unreadQuery);
}
