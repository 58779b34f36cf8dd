import { useCallback, useSyncExternalStore } from "react";
import { isOnline, subscribeOnline } from "@/shared/live/online";

/** Whether the person is online; for staff, to whom the server tells it. */
export function useOnline(id: string): boolean {
  const subscribe = useCallback((listener: () => void) => subscribeOnline(id, listener), [id]);
  return useSyncExternalStore(subscribe, () => isOnline(id));
}
