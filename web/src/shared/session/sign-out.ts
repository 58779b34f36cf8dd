import { draft } from "@/shared/lib/draft";
import { announceSession } from "@/shared/session/session-channel";
import { sessionStore } from "@/shared/session/session-store";

/** Ends the session here at once; the server is told, and if it cannot be, the cookie runs out by itself. */
export async function signOut(): Promise<void> {
  await fetch("/api/auth/logout", { method: "POST", credentials: "same-origin" }).catch(() => null);
  draft.clearAll();
  // Whoever signs in next starts at the front, not where the last one stopped.
  window.history.replaceState(null, "", "/sign-in");
  announceSession("signed-out");
  sessionStore.close();
}
