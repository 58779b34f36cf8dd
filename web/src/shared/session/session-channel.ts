import { sessionStore } from "@/shared/session/session-store";

type Message = "signed-in" | "signed-out";

const channel = "BroadcastChannel" in window ? new BroadcastChannel("seaversity-session") : null;

/** Tells the other tabs of this browser. */
export function announceSession(message: Message) {
  channel?.postMessage(message);
}

/** Follows the other tabs: a sign-out anywhere is one everywhere, and another person's sign-in reloads. */
export function followOtherTabs(): () => void {
  if (!channel) return () => {};
  const onMessage = ({ data }: MessageEvent<Message>) => {
    if (data === "signed-out") sessionStore.close();
    if (data === "signed-in") window.location.reload();
  };
  channel.addEventListener("message", onMessage);
  return () => channel.removeEventListener("message", onMessage);
}
