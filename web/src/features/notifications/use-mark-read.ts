import { useMutation, useQueryClient } from "@tanstack/react-query";
import { markRead } from "@/features/notifications/notification-cache";
import { notificationsQuery } from "@/features/notifications/use-notifications";
import { api, unwrap } from "@/shared/api/client";

/** Marks one notification as read, or all of them: shown at once, and set right again if it fails. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id?: string) =>
      id === undefined
        ? unwrap(api.PATCH("/api/notifications/read-all"))
        : unwrap(api.PATCH("/api/notifications/{id}/read", { params: { path: { id } } })),
    onMutate: async (id) => {
      await client.cancelQueries({ queryKey: notificationsQuery.queryKey });
      client.setQueryData(notificationsQuery.queryKey, (list) => list && markRead(list, id));
    },
    onError: () => client.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  });
}
