import type { FeedEntry } from "@/shared/api/types";

/** So far apart like deeds are still told as one. */
const TOGETHER_MS = 60 * 60_000;

/** Deeds of one person, one after the other, that are told in one sentence; the newest first. */
export interface EntryGroup {
  /** The newest one's. */
  id: string;
  entries: [FeedEntry, ...FeedEntry[]];
}

/** What is the same of deeds that can be told in one sentence; null for what stands alone. */
function likeness({ actor, action, changes, item }: FeedEntry): string | null {
  if (!item) return null;
  const fields = changes.map(({ field }) => field).sort();
  return [actor.id, action, item.type, ...fields].join(" ");
}

export function groupEntries(entries: readonly FeedEntry[]): EntryGroup[] {
  const groups: EntryGroup[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const before = last?.entries.at(-1);
    const isLike =
      last !== undefined &&
      before !== undefined &&
      likeness(before) !== null &&
      likeness(before) === likeness(entry) &&
      Date.parse(before.createdAt) - Date.parse(entry.createdAt) <= TOGETHER_MS;
    if (isLike) last.entries.push(entry);
    else groups.push({ id: entry.id, entries: [entry] });
  }
  return groups;
}
