const PREFIX = "seaversity-draft:";

/**
 * What the browser keeps for a person until the sign-out, above all text that was typed and not sent.
 * Storage may be full or off: then it is not kept.
 */
export const draft = {
  read<T>(key: string): T | null {
    try {
      const text = localStorage.getItem(PREFIX + key);
      return text === null ? null : (JSON.parse(text) as T);
    } catch {
      return null;
    }
  },
  write(key: string, value: unknown) {
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify(value));
    } catch {
      // Nothing to be done, and nothing is lost but the convenience.
    }
  },
  clear(key: string) {
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // As above.
    }
  },
  /** At sign-out: the next person at this machine shall not find them. */
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
