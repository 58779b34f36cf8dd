import { useEffect, useEffectEvent } from "react";

/** Ctrl+M, or Command+M, wherever the page has no dialog open. */
export function useMacroKey(onPress: () => void, isOn: boolean) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isHeld = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isHeld || event.key.toLowerCase() !== "m") return;
    if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
    event.preventDefault();
    onPress();
  });
  useEffect(() => {
    if (!isOn) return;
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, [isOn]);
}
