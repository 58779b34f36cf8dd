import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { COUNT_MS } from "@/features/tickets/use-list-count";
import { useLiveMessage } from "@/shared/live/use-live-message";

/** Counts again once something has changed, at most once a minute; one of those who show counts does it. */
export function useCountsLive(isOn: boolean) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveMessage(({ event }) => {
    const counts = event === "ticket:updated" || event === "task:updated" || event === "item:gone";
    if (!counts || timer.current || !isOn) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: ["count"] });
    }, COUNT_MS);
  });
}
