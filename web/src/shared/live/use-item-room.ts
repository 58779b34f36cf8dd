import { useEffect, useState } from "react";
import type { ItemType } from "@/shared/api/types";
import { afterSilence, applyPresence, type Presence } from "@/shared/live/item-presence";
import { joinRoom } from "@/shared/live/live-connection";
import { useLiveState } from "@/shared/live/live-state";
import { useLiveMessage } from "@/shared/live/use-live-message";

const NOBODY: readonly Presence[] = [];

/** Hears of everything about a ticket or a task, is seen there, and answers who else is there now. */
export function useItemRoom(type: ItemType, itemId: string | undefined): readonly Presence[] {
  const isLive = useLiveState() === "live";
  const [there, setThere] = useState({ itemId, present: NOBODY });
  const present = there.itemId === itemId ? there.present : NOBODY;

  useLiveMessage((message) => {
    if (!itemId) return;
    // Several messages may come before the page is drawn again.
    setThere((before) => {
      const known = before.itemId === itemId ? before.present : NOBODY;
      const next = applyPresence(known, itemId, message, Date.now());
      return next === known ? before : { itemId, present: next };
    });
  });

  useEffect(() => (itemId ? joinRoom(type, itemId) : undefined), [type, itemId]);

  useEffect(() => {
    const ends = present.filter(({ isTyping }) => isTyping).map(({ until }) => until);
    if (ends.length === 0) return;
    const timer = setTimeout(
      () => setThere({ itemId, present: afterSilence(present, Date.now()) }),
      Math.max(0, Math.min(...ends) - Date.now()) + 50,
    );
    return () => clearTimeout(timer);
  }, [itemId, present]);

  // Without the line nobody is known to be there still.
  return isLive ? present : NOBODY;
}
