import { useDocumentVisibility } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { useMarkRead } from "@/features/notifications/use-mark-read";
import { useNotifications } from "@/features/notifications/use-notifications";
import type { Notification } from "@/shared/api/types";
import { useShownItem } from "@/shared/lib/shown-item";

function isAbout({ workItemId, link }: Notification, itemId: string): boolean {
  return workItemId === itemId || link?.split(/[/?#]/).includes(itemId) === true;
}

/** Whoever sees a ticket has read what was told of it; mounted once, in the shell. */
export function useReadWhenSeen() {
  const itemId = useShownItem();
  const isVisible = useDocumentVisibility() === "visible";
  const { data } = useNotifications();
  const { mutate: markRead } = useMarkRead();
  /** Each is sent once, so that one that fails is not sent for ever. */
  const sent = useRef(new Set<string>());

  useEffect(() => {
    if (!itemId || !isVisible) return;
    for (const each of data?.pages.flatMap(({ items }) => items) ?? []) {
      // One that tells of a further change comes again under its id.
      const version = `${each.id} ${each.createdAt}`;
      if (each.isRead || !isAbout(each, itemId) || sent.current.has(version)) continue;
      sent.current.add(version);
      markRead(each.id);
    }
  }, [itemId, isVisible, data, markRead]);
}
