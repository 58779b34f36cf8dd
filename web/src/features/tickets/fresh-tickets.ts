import { useSyncExternalStore } from "react";

const FRESH_MS = 2_600;

const until = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

function changed() {
  for (const listener of listeners) listener();
}

/** Marks a ticket whose row has just changed by itself, so that the eye finds it. */
export function markFresh(ticketId: string) {
  clearTimeout(until.get(ticketId));
  until.set(
    ticketId,
    setTimeout(() => {
      until.delete(ticketId);
      changed();
    }, FRESH_MS),
  );
  changed();
}

export function useIsFresh(ticketId: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => until.has(ticketId),
  );
}
