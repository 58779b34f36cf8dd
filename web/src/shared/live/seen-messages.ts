/**
 * Tells repeats: the server delivers at least once. One change may be told by several events under
 * one id, so an event's name is part of what is remembered.
 */
export function seenMessages(limit = 500) {
  const seen = new Set<string>();
  return {
    isRepeat(event: string, id: string | undefined): boolean {
      if (!id) return false;
      const key = `${event} ${id}`;
      if (seen.has(key)) return true;
      seen.add(key);
      const oldest = seen.values().next().value;
      if (seen.size > limit && oldest !== undefined) seen.delete(oldest);
      return false;
    },
  };
}
