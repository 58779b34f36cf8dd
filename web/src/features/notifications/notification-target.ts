import type { Notification } from "@/shared/api/types";

/** The page that a notification is about, from the app's root. */
export function notificationTarget({ link, workItemId }: Notification): string | null {
  if (link?.startsWith("/") && !link.startsWith("//")) return link;
  return workItemId ? `/tickets/${workItemId}` : null;
}
