import { useEffect, useSyncExternalStore } from "react";

let shown: string | undefined;
const listeners = new Set<() => void>();

function set(next: string | undefined) {
  if (next === shown) return;
  shown = next;
  for (const listener of listeners) listener();
}

/** Tells the rest of the app that the page shows the ticket or the task of this id. */
export function useShowItem(id: string | undefined) {
  useEffect(() => {
    set(id);
    return () => set(undefined);
  }, [id]);
}

/** The id of the ticket or the task that is shown, if one is. */
export function useShownItem(): string | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => shown,
  );
}
