import { sessionStore } from "@/shared/session/session-store";

const PREFIX = "seaversity-draft:";

/** The place of the signed-in person: a session can end without a sign-out, and the next one be another's. */
function place(key: string): string | null {
  const session = sessionStore.get();
  return session.kind === "signed-in" ? `${PREFIX}${session.user.id}:${key}` : null;
}

/**
 * What the browser keeps for a person until the sign-out, above all text that was typed and not sent.
 * Nobody else finds it, and nothing is kept for nobody. Storage may be full or off: then it is not kept.
 */
export const draft = {
  read<T>(key: string): T | null {
    try {
      const name = place(key);
      const text = name && localStorage.getItem(name);
      return text ? (JSON.parse(text) as T) : null;
    } catch {
      return null;
    }
  },
  write(key: string, value: unknown) {
    try {
      const name = place(key);
      if (name) localStorage.setItem(name, JSON.stringify(value));
    } catch {
      // Nothing to be done, and nothing is lost but the convenience.
    }
  },
  clear(key: string) {
    try {
      const name = place(key);
      if (name) localStorage.removeItem(name);
    } catch {
      // As above.
    }
  },
  /** At sign-out: nobody's are left at this machine. */
  clearAll() {
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(PREFIX)) localStorage.removeItem(key);
      }
    } catch {
      // As above.
    }
  },
};
