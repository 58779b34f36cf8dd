/**
 * What the keyboard does wherever nothing is typed: the help sheet tells it, `use-shortcuts.ts` does
 * it. Keys that are pressed one after the other are parted by a space.
 */
export const SHORTCUTS = [
  { keys: "c", does: "New ticket", isForAll: true },
  { keys: "/", does: "Filter the list by status", isForAll: true },
  { keys: "g m", does: "My tickets", isForAll: true },
  { keys: "g t", does: "My team", isForAll: false },
  { keys: "g a", does: "All tickets", isForAll: false },
  { keys: "?", does: "This sheet", isForAll: true },
] as const;

export type ShortcutKeys = (typeof SHORTCUTS)[number]["keys"];
