import { ActionIcon } from "@mantine/core";
import { X } from "lucide-react";
import classes from "@/features/notifications/notification-bell.module.css";
import type { Notification } from "@/shared/api/types";
import { RelativeTime } from "@/shared/ui/relative-time";

interface NotificationRowProps {
  notification: Notification;
  onOpen: () => void;
  /** `next` is where the next one is removed, if there is another. */
  onRemove: (next: HTMLElement | null) => void;
}

export function NotificationRow({ notification, onOpen, onRemove }: NotificationRowProps) {
  const { title, message, count, isRead, createdAt } = notification;
  return (
    <li className={classes.row}>
      <button
        type="button"
        className={classes.item}
        data-unread={!isRead || undefined}
        onClick={onOpen}
      >
        <span className={classes.title}>
          {isRead ? null : <span className="sv-visually-hidden">Unread: </span>}
          {title}
          {count > 1 ? (
            <span className={classes.count}>
              <span aria-hidden="true">{count}</span>
              <span className="sv-visually-hidden">, {count} changes</span>
            </span>
          ) : null}
        </span>
        <span className={classes.message}>{message}</span>
        <RelativeTime instant={createdAt} className={classes.time} />
      </button>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.remove}
        data-remove
        aria-label={`Remove: ${title}`}
        onClick={({ currentTarget }) => {
          const row = currentTarget.closest("li");
          const next = row?.nextElementSibling ?? row?.previousElementSibling;
          onRemove(next?.querySelector<HTMLElement>("[data-remove]") ?? null);
        }}
      >
        <X size={15} />
      </ActionIcon>
    </li>
  );
}
