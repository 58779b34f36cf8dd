import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { without } from "@/features/notifications/notification-cache";
import { notificationsQuery, unreadQuery } from "@/features/notifications/use-notifications";
import { api, unwrap } from "@/shared/api/client";
import type { Notification } from "@/shared/api/types";
import { showFailure } from "@/shared/ui/failure-toast";
import { showUndo } from "@/shared/ui/undo-toast";

/**
 * Removes notifications. Nobody could bring one back, so it is hidden first, and removed once the offer to take
 * that back is gone: after its time, with the next one, or when the page is left.
 */
export function useRemoveNotification() {
  const client = useQueryClient();
  const [hidden, setHidden] = useState<readonly Notification[]>([]);
  const settle = useRef(() => {});

  useEffect(() => {
    const settleNow = () => settle.current();
    window.addEventListener("pagehide", settleNow);
    return () => window.removeEventListener("pagehide", settleNow);
  }, []);

  const show = (id: string) => setHidden((all) => all.filter((each) => each.id !== id));
  const send = async ({ id }: Notification) => {
    try {
      // The page may be on its way out.
      const params = { path: { id } };
      await unwrap(api.DELETE("/api/notifications/{id}", { params, keepalive: true }));
      client.setQueryData(notificationsQuery.queryKey, (list) => list && without(list, id));
      await client.invalidateQueries({ queryKey: unreadQuery.queryKey });
    } catch (error) {
      showFailure("The notification was not removed", error);
    }
    show(id);
  };

  const remove = (notification: Notification) => {
    settle.current();
    setHidden((all) => [...all, notification]);
    settle.current = showUndo({
      title: "Notification removed",
      message: notification.title,
      onUndo: () => show(notification.id),
      onKept: () => void send(notification),
    });
  };
  return { hidden, remove };
}
