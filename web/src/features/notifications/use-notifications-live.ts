import { notifications as toasts } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { putOnTop, withNew } from "@/features/notifications/notification-cache";
import { notificationTarget } from "@/features/notifications/notification-target";
import { useMarkRead } from "@/features/notifications/use-mark-read";
import { notificationsQuery, unreadQuery } from "@/features/notifications/use-notifications";
import type { Notification } from "@/shared/api/types";
import { useLiveMessage } from "@/shared/live/use-live-message";

/** Puts pushed notifications under the bell and shows a toast; mounted once, in the shell. */
export function useNotificationsLive() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate: markRead } = useMarkRead();

  const open = (notification: Notification) => {
    const target = notificationTarget(notification);
    toasts.hide(notification.id);
    markRead(notification.id);
    if (target) void navigate({ href: target });
  };

  useLiveMessage((message) => {
    if (message.event !== "notification:new") return;
    const notification = message.data;
    client.setQueryData(
      notificationsQuery.queryKey,
      (list) => list && putOnTop(list, notification),
    );
    client.setQueryData(unreadQuery.queryKey, (count) => count && withNew(count, notification));
    toasts.show({
      id: notification.id,
      title: notification.title,
      message: notification.message,
      onClick: () => open(notification),
      style: { cursor: "pointer" },
    });
  });
}
