import { ApiError, isApiError } from "@/shared/api/api-error";
import { toApiError } from "@/shared/api/to-api-error";
import type { Session } from "@/shared/api/types";
import { announceSession } from "@/shared/session/session-channel";
import { sessionStore } from "@/shared/session/session-store";
import { forgetSignOut } from "@/shared/session/sign-out";

export interface Credentials {
  email: string;
  password: string;
  /** Of the authenticator app, or a recovery code. */
  code?: string;
}

/** Plain `fetch`: here a 401 means a wrong password, not a token to renew. */
export async function signIn(credentials: Credentials): Promise<void> {
  const response = await fetch("/api/auth/login", {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(credentials),
  }).catch(() => {
    throw new ApiError(0, null);
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toApiError(response, body);
  forgetSignOut();
  sessionStore.open(body as Session);
  announceSession("signed-in");
}

/** The password was right, and a code is asked for besides it. */
export function asksForCode(error: unknown): boolean {
  return isApiError(error) && error.problem?.code === "second-factor-required";
}

/** The password was right, and the code was not. */
export function refusesCode(error: unknown): boolean {
  return isApiError(error) && error.problem?.code === "second-factor-wrong";
}
