import { ActionIcon, Button, Group, Indicator, Popover, ScrollArea, Text } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { Bell, BellOff, Settings } from "lucide-react";
import { useRef, useState } from "react";
import classes from "@/features/notifications/notification-bell.module.css";
import { withLess } from "@/features/notifications/notification-cache";
import { NotificationRow } from "@/features/notifications/notification-row";
import { notificationTarget } from "@/features/notifications/notification-target";
import { useMarkAllRead, useMarkRead } from "@/features/notifications/use-mark-read";
import { useNotifications, useUnreadCount } from "@/features/notifications/use-notifications";
import { useRemoveNotification } from "@/features/notifications/use-remove-notification";
import { errorMessage } from "@/shared/api/error-message";
import type { Notification } from "@/shared/api/types";

export function NotificationBell() {
  const [isOpen, setOpen] = useState(false);
  const list = useNotifications();
  const { data: counted } = useUnreadCount();
  const { mutate: markRead } = useMarkRead();
  const { markAllRead, isPending: isMarking } = useMarkAllRead();
  const { hidden, remove } = useRemoveNotification();
  const navigate = useNavigate();
  const settings = useRef<HTMLAnchorElement>(null);
  const isHidden = new Set(hidden.map(({ id }) => id));
  const items = (list.data?.pages.flatMap((page) => page.items) ?? []).filter(
    ({ id }) => !isHidden.has(id),
  );
  const hiddenUnread = hidden.filter(({ isRead }) => !isRead).length;
  const inList = items.filter((each) => !each.isRead).length;
  const unread = counted ? withLess(counted, hiddenUnread).count : inList;
  const hasUnread = unread > 0 || inList > 0;
  const unreadWords = counted?.isMore ? `${unread} or more` : String(unread);

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
      <Indicator
        label={unread > 9 ? "9+" : String(unread)}
        size={17}
        offset={5}
        disabled={unread === 0}
        color="red.8"
      >
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={() => setOpen(!isOpen)}
            aria-label={unread > 0 ? `Notifications, ${unreadWords} unread` : "Notifications"}
          >
            <Bell size={20} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} className={classes.dropdown} aria-label="Notifications">
        <Group justify="space-between" px="md" py="xs" wrap="nowrap" className={classes.head}>
          <Text fw={650}>Notifications</Text>
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="subtle"
              disabled={!hasUnread || isMarking}
              onClick={markAllRead}
            >
              Mark all as read
            </Button>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="What you are told of"
              title="What you are told of"
              onClick={() => setOpen(false)}
              renderRoot={(props) => (
                <Link to="/settings/notifications" {...props} ref={settings} />
              )}
            >
              <Settings size={17} />
            </ActionIcon>
          </Group>
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
                <NotificationRow
                  key={each.id}
                  notification={each}
                  onOpen={() => open(each)}
                  onRemove={(next) => {
                    // The keyboard goes on where it was.
                    (next ?? settings.current)?.focus();
                    remove(each);
                  }}
                />
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
