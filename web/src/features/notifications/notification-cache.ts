import type { NotificationPages } from "@/features/notifications/use-notifications";
import type { Notification, UnreadCount } from "@/shared/api/types";

/** So many of the newest are looked at to count the unread ones. */
export const COUNTED = 100;

/** Puts it on top; one that tells of more changes than before comes again under its id. */
export function putOnTop(list: NotificationPages, notification: Notification): NotificationPages {
  const [first, ...rest] = without(list, notification.id).pages;
  if (!first) return list;
  return { ...list, pages: [{ ...first, items: [notification, ...first.items] }, ...rest] };
}

export function without(list: NotificationPages, id: string): NotificationPages {
  return {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      items: page.items.filter((each) => each.id !== id),
    })),
  };
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

/** The count with one more; one that tells of more changes than before is counted already. */
export function withNew({ count }: UnreadCount, notification: Notification): UnreadCount {
  const next = Math.min(count + (notification.count > 1 ? 0 : 1), COUNTED);
  return { count: next, isMore: next === COUNTED };
}

/** The count without so many; what stands behind the newest is not known here. */
export function withLess({ count }: UnreadCount, by: number): UnreadCount {
  return { count: Math.max(0, count - by), isMore: false };
}
