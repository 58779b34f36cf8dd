import { useEffect, useState } from "react";
import { useLiveState } from "@/shared/live/live-state";

// Most interruptions are over before anybody would notice.
const GRACE_MS = 4_000;

/** Why what is shown may be out of date; null while it is kept up to date. */
export function useOutage(): "offline" | "disconnected" | null {
  const state = useLiveState();
  const isLive = state === "live";
  const [isLasting, setLasting] = useState(false);

  useEffect(() => {
    if (isLive) return;
    const timer = setTimeout(() => setLasting(true), GRACE_MS);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [isLive]);

  if (state === "offline") return "offline";
  return isLasting && !isLive ? "disconnected" : null;
}
