import type { NotificationPages } from "@/features/notifications/use-notifications";
import type { Notification } from "@/shared/api/types";

export function prepend(list: NotificationPages, notification: Notification): NotificationPages {
  const isKnown = list.pages.some(({ items }) => items.some(({ id }) => id === notification.id));
  const [first, ...rest] = list.pages;
  if (isKnown || !first) return list;
  return { ...list, pages: [{ ...first, items: [notification, ...first.items] }, ...rest] };
}

/** Without an id: all of them. */
export function markRead(list: NotificationPages, id?: string): NotificationPages {
  return {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      items: page.items.map((each) =>
        id === undefined || each.id === id ? { ...each, isRead: true } : each,
      ),
    })),
  };
}
