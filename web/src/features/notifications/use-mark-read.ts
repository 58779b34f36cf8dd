import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { COUNTED, markRead, withLess } from "@/features/notifications/notification-cache";
import { notificationsQuery, unreadQuery } from "@/features/notifications/use-notifications";
import { hasStatus } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import type { Notification } from "@/shared/api/types";

/** One request marks the newest hundred; while it runs, others may come. */
const MOST_ROUNDS = 5;

function listed(client: QueryClient): Notification[] {
  const list = client.getQueryData(notificationsQuery.queryKey);
  return list?.pages.flatMap(({ items }) => items) ?? [];
}

function markOne(id: string) {
  return unwrap(api.PATCH("/api/notifications/{id}/read", { params: { path: { id } } }));
}

/** Marks one notification as read: shown at once, and set right again if it fails. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: markOne,
    onMutate: async (id) => {
      await client.cancelQueries({ queryKey: notificationsQuery.queryKey });
      const isRead = listed(client).find((each) => each.id === id)?.isRead === true;
      client.setQueryData(notificationsQuery.queryKey, (list) => list && markRead(list, id));
      client.setQueryData(
        unreadQuery.queryKey,
        (count) => count && withLess(count, isRead ? 0 : 1),
      );
    },
    onError: () => client.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: unreadQuery.queryKey }),
  });
}

/** Marks the newest until none of them is unread, and what is older and listed here. */
export async function markAll(older: readonly string[]): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await unwrap(api.PATCH("/api/notifications/read-all"));
    const { count } = await unwrap(api.GET("/api/notifications/unread-count"));
    if (count === 0) break;
  }
  for (const id of older) {
    await markOne(id).catch((error) => {
      // It was removed meanwhile.
      if (!hasStatus(error, 404)) throw error;
    });
  }
}

/** Marks all notifications as read: shown at once, and set right again afterwards. */
export function useMarkAllRead() {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: markAll,
    onMutate: async () => {
      await client.cancelQueries({ queryKey: notificationsQuery.queryKey });
      client.setQueryData(notificationsQuery.queryKey, (list) => list && markRead(list));
      client.setQueryData(unreadQuery.queryKey, { count: 0, isMore: false });
    },
    onSettled: () => client.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  });
  const markAllRead = () => {
    const older = listed(client).slice(COUNTED);
    mutate(older.filter(({ isRead }) => !isRead).map(({ id }) => id));
  };
  return { markAllRead, isPending };
}
