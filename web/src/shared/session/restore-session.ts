import { refreshSession } from "@/shared/session/refresh-session";

/** At load: signs in through the cookie, if there is a good one. */
export async function restoreSession(): Promise<boolean> {
  return (await refreshSession(null)) !== null;
}
