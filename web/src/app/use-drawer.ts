import { useBlocker, useLocation } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { isInOverlay } from "@/shared/lib/key-target";

/**
 * A phone's navigation. Escape closes it, and so do the way back and choosing in it (`close`), and all
 * put the keyboard back on the button that opened it; a page that changes otherwise closes it too.
 */
export function useDrawer() {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { href } = useLocation();

  const close = () => {
    if (!isOpen) return;
    setOpen(false);
    button.current?.focus();
  };
  useBlocker({
    shouldBlockFn: ({ action }) => {
      if (action !== "BACK") return false;
      close();
      return true;
    },
    enableBeforeUnload: false,
    disabled: !isOpen,
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape" && !isInOverlay(event.target)) close();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when the page changes.
  useEffect(() => setOpen(false), [href]);

  return { isOpen, button, toggle: () => setOpen(!isOpen), close };
}
