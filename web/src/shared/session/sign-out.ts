import { draft } from "@/shared/lib/draft";
import { announceSession } from "@/shared/session/session-channel";
import { sessionStore } from "@/shared/session/session-store";

/** Kept while the server has not been told: the cookie would sign the person in again. */
const PENDING = "seaversity.sign-out-pending";

/** Storage may be full or off: then nothing is known of an earlier sign-out, and everything else works. */
function stored<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
}

async function tellServer(): Promise<boolean> {
  const answer = await fetch("/api/auth/logout", {
    method: "POST",
    credentials: "same-origin",
    signal: AbortSignal.timeout(5_000),
  }).catch(() => null);
  const isTold = answer !== null && (answer.ok || answer.status === 401);
  if (isTold) forgetSignOut();
  return isTold;
}

/** Ends the session here. Where the server cannot be told, it is told before anybody is signed in here again. */
export async function signOut(): Promise<void> {
  stored((storage) => storage.setItem(PENDING, "1"));
  await tellServer();
  draft.clearAll();
  // Whoever signs in next starts at the front, not where the last one stopped.
  window.history.replaceState(null, "", "/sign-in");
  announceSession("signed-out");
  sessionStore.close();
}

/** Whoever signs in has a new cookie: there is nothing left to be rid of. */
export function forgetSignOut(): void {
  stored((storage) => storage.removeItem(PENDING));
}

/** Whether a sign-out is over: one that the server was not told of is told now. */
export async function completeSignOut(): Promise<boolean> {
  return stored((storage) => storage.getItem(PENDING)) === null || (await tellServer());
}
