import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef } from "react";
import type { View } from "@/features/tickets/ticket-filter";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const SEQUENCE_MS = 1_200;
const VIEW_OF_KEY: Record<string, View> = { m: "mine", t: "team", a: "all" };

/** In a field, or in something that has keys of its own. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null)
  );
}

/** `c` new ticket, `g` then `m`, `t` or `a` for the lists, `?` help; never while something is typed. */
export function useShortcuts(onHelp: () => void) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const goSince = useRef(0);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const isSecond = Date.now() - goSince.current < SEQUENCE_MS;
    goSince.current = 0;
    const view = VIEW_OF_KEY[event.key];
    if (isSecond && view) {
      if (view !== "mine" && !isStaff(user)) return;
      event.preventDefault();
      void navigate({ to: "/tickets", search: view === "mine" ? {} : { view } });
    } else if (event.key === "g") {
      goSince.current = Date.now();
    } else if (event.key === "c") {
      event.preventDefault();
      void navigate({ to: "/tickets/new" });
    } else if (event.key === "?") {
      event.preventDefault();
      onHelp();
    }
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
