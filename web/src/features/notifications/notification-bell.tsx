import { ActionIcon, Button, Group, Indicator, Popover, ScrollArea, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Bell, BellOff } from "lucide-react";
import { useState } from "react";
import classes from "@/features/notifications/notification-bell.module.css";
import { notificationTarget } from "@/features/notifications/notification-target";
import { useMarkRead } from "@/features/notifications/use-mark-read";
import { useNotifications } from "@/features/notifications/use-notifications";
import { errorMessage } from "@/shared/api/error-message";
import type { Notification } from "@/shared/api/types";
import { RelativeTime } from "@/shared/ui/relative-time";

export function NotificationBell() {
  const [isOpen, setOpen] = useState(false);
  const list = useNotifications();
  const { mutate: markRead } = useMarkRead();
  const navigate = useNavigate();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = items.filter((each) => !each.isRead).length;
  const count = unread > 9 ? "9+" : String(unread);

  const open = (notification: Notification) => {
    setOpen(false);
    if (!notification.isRead) markRead(notification.id);
    const target = notificationTarget(notification);
    if (target) void navigate({ href: target });
  };

  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={360}
      shadow="lg"
      trapFocus
      returnFocus
    >
      <Indicator label={count} size={17} offset={5} disabled={unread === 0} color="red.8">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={() => setOpen(!isOpen)}
            aria-label={unread > 0 ? `Notifications, ${unread} unread` : "Notifications"}
          >
            <Bell size={20} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} className={classes.dropdown} aria-label="Notifications">
        <Group justify="space-between" px="md" py="xs" className={classes.head}>
          <Text fw={650}>Notifications</Text>
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={unread === 0}
            onClick={() => markRead(undefined)}
          >
            Mark all as read
          </Button>
        </Group>
        <ScrollArea.Autosize mah="min(440px, 60vh)" viewportProps={{ tabIndex: -1 }}>
          {list.isError && items.length === 0 ? (
            <Text size="sm" c="dimmed" p="md" role="alert">
              {errorMessage(list.error)}
            </Text>
          ) : items.length === 0 ? (
            <div className={classes.empty}>
              <BellOff size={22} aria-hidden="true" />
              <Text size="sm" c="dimmed">
                {list.isPending ? "Loading…" : "Nothing new. Answers and assignments appear here."}
              </Text>
            </div>
          ) : (
            <ul className={classes.list}>
              {items.map((each) => (
                <li key={each.id}>
                  <button
                    type="button"
                    className={classes.item}
                    data-unread={!each.isRead || undefined}
                    onClick={() => open(each)}
                  >
                    <span className={classes.title}>
                      {each.isRead ? null : <span className="sv-visually-hidden">Unread: </span>}
                      {each.title}
                    </span>
                    <span className={classes.message}>{each.message}</span>
                    <RelativeTime instant={each.createdAt} className={classes.time} />
                  </button>
                </li>
              ))}
            </ul>
          )}
          {list.hasNextPage ? (
            <Group justify="center" p="xs">
              <Button
                size="compact-sm"
                variant="subtle"
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                Show older
              </Button>
            </Group>
          ) : null}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
