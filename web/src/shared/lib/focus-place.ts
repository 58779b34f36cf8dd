import { type RefObject, useLayoutEffect } from "react";

/** Where the keyboard is; of a menu, which closes when something is chosen, it is the button. */
export function focusPlace(): Element | null {
  const place = document.activeElement;
  const button = place?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
  return button ? document.getElementById(button) : place;
}

/** Takes the keyboard to where it was, or to the page's content where that is gone or cannot have it. */
export function focusAgain(place: Element | null, options?: FocusOptions) {
  if (place instanceof HTMLElement && place !== document.body) {
    place.focus(options);
    if (document.activeElement === place) return;
  }
  document.getElementById("main")?.focus(options);
}

/** Takes the keyboard to the page's content when the part of the page that has it goes away. */
export function useFocusKept(part: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const node = part.current;
    return () => {
      if (node?.contains(document.activeElement)) focusAgain(null, { preventScroll: true });
    };
  }, [part]);
}
