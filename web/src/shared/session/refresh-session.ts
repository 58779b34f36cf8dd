import { ApiError } from "@/shared/api/api-error";
import { toApiError } from "@/shared/api/to-api-error";
import type { Session } from "@/shared/api/types";
import { sessionStore } from "@/shared/session/session-store";

const LOCK = "seaversity-refresh";

let running: Promise<string | null> | null = null;

/**
 * Trades the refresh cookie for a new access token; null when the session has ended.
 *
 * A refresh token is good for one use, and using it twice ends the session. So there is one refresh
 * at a time in this tab (callers share the promise), and one at a time among tabs (a lock): each
 * tab then sends the cookie that the one before received.
 *
 * `staleToken` is the one that was refused: if another caller has replaced it, its successor is
 * answered without asking the server.
 */
export function refreshSession(staleToken: string | null): Promise<string | null> {
  const present = sessionStore.token();
  if (present && present !== staleToken) return Promise.resolve(present);
  running ??= withLock(requestSession).finally(() => {
    running = null;
  });
  return running;
}

async function requestSession(): Promise<string | null> {
  let response: Response;
  try {
    response = await fetch("/api/auth/refresh", {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json" },
    });
  } catch {
    // The session may well be alive: being offline is no reason to sign anyone out.
    throw new ApiError(0, null);
  }
  if (response.status === 401 || response.status === 403) {
    sessionStore.close();
    return null;
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toApiError(response, body);
  const session = body as Session;
  sessionStore.open(session);
  return session.accessToken;
}

function withLock<T>(work: () => Promise<T>): Promise<T> {
  // Locks exist in secure contexts only; elsewhere the tabs take their chances.
  if (!("locks" in navigator) || !navigator.locks) return work();
  return navigator.locks.request(LOCK, work) as Promise<T>;
}
