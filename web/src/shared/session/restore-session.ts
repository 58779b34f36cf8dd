import { refreshSession } from "@/shared/session/refresh-session";
import { sessionStore } from "@/shared/session/session-store";
import { completeSignOut } from "@/shared/session/sign-out";

/** At load: signs in through the cookie, if there is a good one that nobody meant to be rid of. */
export async function restoreSession(): Promise<boolean> {
  if (!(await completeSignOut())) {
    sessionStore.close();
    return false;
  }
  return (await refreshSession(null)) !== null;
}
