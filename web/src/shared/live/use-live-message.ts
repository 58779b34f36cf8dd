import { useEffect, useEffectEvent } from "react";
import { onLiveMessage } from "@/shared/live/live-connection";
import type { LiveMessage } from "@/shared/live/live-message";

export function useLiveMessage(handle: (message: LiveMessage) => void) {
  const onMessage = useEffectEvent(handle);
  useEffect(() => onLiveMessage((message) => onMessage(message)), []);
}
