export const IS_APPLE = /^(Mac|iP)/.test(navigator.platform);

/**
 * What the keyboard does: the help sheet tells it, `use-shortcuts.ts` does it. Keys that are pressed
 * one after the other are parted by a space. A key with Ctrl (on a Mac: Command) is there always, the
 * others wherever nothing is typed.
 */
export const SHORTCUTS = [
  { keys: "Ctrl k", does: "Jump to a page, an action or a ticket", isForAll: true },
  { keys: "c", does: "New ticket", isForAll: true },
  { keys: "/", does: "Filter the list, or find in it", isForAll: true },
  { keys: "g m", does: "My tickets", isForAll: true },
  { keys: "g t", does: "My team", isForAll: false },
  { keys: "g a", does: "All tickets", isForAll: false },
  { keys: "?", does: "This sheet", isForAll: true },
] as const;

export type ShortcutKeys = (typeof SHORTCUTS)[number]["keys"];
