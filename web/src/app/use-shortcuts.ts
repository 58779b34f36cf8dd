import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef } from "react";
import { IS_APPLE, SHORTCUTS, type ShortcutKeys } from "@/app/shortcuts";
import { openItem } from "@/features/tickets/open-item";
import type { TicketSearch } from "@/features/tickets/ticket-filter";
import { isTyping, leaveMenu } from "@/shared/lib/key-target";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const SEQUENCE_MS = 1_200;
const FIRST_OF_TWO = "g";

/** Moves to what the page says to be at this key, if it has such a thing; a button there is pressed. */
function goTo(key: string): boolean {
  const element = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
  element?.focus();
  if (element instanceof HTMLButtonElement) element.click();
  return element !== null;
}

interface Actions {
  onHelp: () => void;
  onPalette: () => void;
  /** Whether the palette or a dialog was asked for: what is typed is meant for it, even before it is there. */
  isPaused?: boolean;
}

/** Control is not the key on a Mac: with it, K is the key of text fields there. */
function isPaletteKey(event: KeyboardEvent): boolean {
  const isHeld = IS_APPLE ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return isHeld && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
}

/** The keys of `SHORTCUTS`, and of what can be done to the ticket that is shown. */
export function useShortcuts({ onHelp, onPalette, isPaused = false }: Actions) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const firstPressedAt = useRef(0);

  const showList = (search: TicketSearch) => navigate({ to: "/tickets", search });
  const act: Record<ShortcutKeys, () => unknown> = {
    "Ctrl k": onPalette,
    c: () => navigate({ to: "/tickets/new" }),
    "/": () => goTo("/"),
    "g m": () => showList({}),
    "g t": () => showList({ view: "team" }),
    "g a": () => showList({ view: "all" }),
    "?": onHelp,
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isPaletteKey(event)) {
      // A text editor that had use for the key has said so.
      if (event.defaultPrevented) return;
      event.preventDefault();
      leaveMenu(event.target);
      onPalette();
      return;
    }
    if (isPaused || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
      return;
    const isSecond = Date.now() - firstPressedAt.current < SEQUENCE_MS;
    firstPressedAt.current = event.key === FIRST_OF_TWO ? Date.now() : 0;
    const pressed = isSecond ? [`${FIRST_OF_TWO} ${event.key}`, event.key] : [event.key];
    const shortcut = SHORTCUTS.find(({ keys }) => pressed.includes(keys));
    if (!shortcut) {
      const action = openItem()?.actions.find(({ keys }) => keys === event.key);
      if (!action) return;
      event.preventDefault();
      void action.run();
      return;
    }
    if (!(shortcut.isForAll || isStaff(user))) return;
    // Where there was nothing to do, the key stays the browser's.
    if (act[shortcut.keys]() !== false) event.preventDefault();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
