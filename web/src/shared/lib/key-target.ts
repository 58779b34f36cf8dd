/** In what lies over the page: keys pressed there are its own. */
export function isInOverlay(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}

/** In a field, or in something that has keys of its own. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      isInOverlay(target))
  );
}

/** Closes a menu, or whatever else lies over the page and is not modal, as its own Escape does. */
export function leaveMenu(target: EventTarget | null) {
  const isModal = target instanceof Element && target.closest("[aria-modal=true]") !== null;
  if (isModal || !isInOverlay(target)) return;
  target?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
}
