import { useSyncExternalStore } from "react";
import type { Session, User } from "@/shared/api/types";

/**
 * Who is signed in. The access token lives here, in memory, and nowhere else: what can be read from
 * storage can be stolen from storage.
 */
export type SessionState =
  | { kind: "unknown" }
  | { kind: "signed-out" }
  | { kind: "signed-in"; user: User; accessToken: string };

let state: SessionState = { kind: "unknown" };
const listeners = new Set<() => void>();

function set(next: SessionState) {
  state = next;
  for (const listener of listeners) listener();
}

export const sessionStore = {
  get: (): SessionState => state,
  token: (): string | null => (state.kind === "signed-in" ? state.accessToken : null),
  open: (session: Session) =>
    set({ kind: "signed-in", user: session.user, accessToken: session.accessToken }),
  /** What this person has changed about themselves. */
  rename: (user: User) => {
    if (state.kind === "signed-in" && state.user.id === user.id) set({ ...state, user });
  },
  close: () => set({ kind: "signed-out" }),
  reset: () => set({ kind: "unknown" }),
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

export function useSession(): SessionState {
  return useSyncExternalStore(sessionStore.subscribe, sessionStore.get);
}
