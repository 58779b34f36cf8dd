import type { LiveMessage, Viewer } from "@/shared/live/live-message";

/** So long somebody is taken for writing who does not say so again; the server says the same. */
export const TYPING_MS = 8_000;

/** Somebody on an item's page, who may be taken for writing until that moment. */
export interface Presence extends Viewer {
  until: number;
}

/** Those on an item's page after a message; the same list where it changes nothing. */
export function applyPresence(
  present: readonly Presence[],
  itemId: string,
  { event, data }: LiveMessage,
  now: number,
): readonly Presence[] {
  const without = (id: string) => present.filter(({ user }) => user.id !== id);
  switch (event) {
    case "joined":
      if (data.workItemId !== itemId) return present;
      return data.viewers.map((viewer) => ({ ...viewer, until: now + TYPING_MS }));
    case "user:viewing": {
      if (data.workItemId !== itemId) return present;
      if (!data.isViewing) return without(data.user.id);
      if (present.some(({ user }) => user.id === data.user.id)) return present;
      return [...present, { user: data.user, isTyping: false, isInternal: false, until: 0 }];
    }
    case "user:typing": {
      if (data.workItemId !== itemId) return present;
      const { user, isTyping, isInternal } = data;
      return [...without(user.id), { user, isTyping, isInternal, until: now + TYPING_MS }];
    }
    default:
      return present;
  }
}

/** The same people, of whom those write no more who have not said so lately. */
export function afterSilence(present: readonly Presence[], now: number): readonly Presence[] {
  if (present.every(({ isTyping, until }) => !isTyping || until > now)) return present;
  return present.map((one) =>
    one.isTyping && one.until <= now ? { ...one, isTyping: false, isInternal: false } : one,
  );
}
