import type { ChecklistEntry } from "@/shared/api/types";

export const MOST_ENTRIES = 100;
export const LONGEST_ENTRY = 200;

/** Puts an entry one place further up (-1) or down (1); the same list where it cannot go further. */
export function moveEntry(list: ChecklistEntry[], at: number, by: 1 | -1): ChecklistEntry[] {
  const entry = list[at];
  const to = at + by;
  if (!entry || to < 0 || to >= list.length) return list;
  const moved = list.filter((_, position) => position !== at);
  moved.splice(to, 0, entry);
  return moved;
}

export function changeEntry(
  list: ChecklistEntry[],
  at: number,
  change: Partial<ChecklistEntry>,
): ChecklistEntry[] {
  return list.map((entry, position) => (position === at ? { ...entry, ...change } : entry));
}

export function removeEntry(list: ChecklistEntry[], at: number): ChecklistEntry[] {
  return list.filter((_, position) => position !== at);
}

/** The list with what was typed or pasted: each line that says something is an entry. */
export function addEntries(list: ChecklistEntry[], text: string): ChecklistEntry[] {
  const lines = text
    .split("\n")
    .map((line) => line.trim().slice(0, LONGEST_ENTRY))
    .filter((line) => line !== "");
  return [...list, ...lines.map((line) => ({ text: line, isDone: false }))].slice(0, MOST_ENTRIES);
}

export function doneCount(list: readonly ChecklistEntry[]): number {
  return list.filter(({ isDone }) => isDone).length;
}
