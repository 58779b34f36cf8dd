export interface SubmitKey {
  for: (body: unknown) => string;
  done: () => void;
}

/**
 * The idempotency key of a submit attempt. Sending the same body again (a retry after a lost answer)
 * uses the same key, so that the server answers with what it made the first time; another body gets
 * another key, and so does whatever follows a success.
 */
export function submitKey(newKey: () => string = randomKey): SubmitKey {
  let last: { body: string; key: string } | null = null;
  return {
    for(body) {
      const text = JSON.stringify(body);
      if (last?.body !== text) last = { body: text, key: newKey() };
      return last.key;
    },
    done() {
      last = null;
    },
  };
}

function randomKey(): string {
  // `randomUUID` exists in secure contexts only.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
