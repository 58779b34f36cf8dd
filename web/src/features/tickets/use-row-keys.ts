import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { isTyping } from "@/shared/lib/key-target";

const STEP: Record<string, number> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

const TICK = "x";

interface Row {
  number: string;
  at: number;
}

/** The row that was opened last in each list, by the list's entry in the history. */
const opened = new Map<string, Row>();

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[data-ticket]")];
}

interface RowKeys {
  /** Whether moving opens a ticket beside the list. */
  isOpening: boolean;
  /** The list's entry in the history: who comes back to it is on the row that was opened. */
  entry: string;
  hasRows: boolean;
}

/**
 * J and K go down and up in the rows of a list, and X ticks the one that they are on. Where moving opens a ticket beside the list, the arrow
 * keys do so too, as long as nothing else has the keyboard.
 */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  { isOpening, entry, hasRows }: RowKeys,
) {
  /** Where one was last: the row may have left the list since. */
  const last = useRef(-1);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, defaultPrevented } = event;
    const step = STEP[key];
    if (
      !(step || key === TICK) ||
      defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    if (isTyping(target) || !list.current) return;
    const isHere = target === document.body || list.current.contains(target as Node);
    if (key.startsWith("Arrow") && !(isOpening && isHere)) return;

    const rows = rowsOf(list.current);
    let at = rows.findIndex((row) => row.contains(document.activeElement));
    // The router marks the link of what is open.
    if (at < 0) at = rows.findIndex((row) => row.querySelector("a[aria-current]"));
    if (!step) {
      const box = rows[at]?.querySelector<HTMLElement>('input[type="checkbox"]');
      if (box) event.preventDefault();
      box?.click();
      return;
    }
    const next = at >= 0 ? at + step : step > 0 ? Math.max(last.current, 0) : last.current - 1;
    const link = rows[Math.min(next, rows.length - 1)]?.querySelector("a");
    if (!link) return;
    event.preventDefault();
    last.current = Math.min(next, rows.length - 1);
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "nearest" });
    if (isOpening) link.click();
  });

  useEffect(() => {
    const section = list.current;
    const row = opened.get(entry);
    if (!section || !row || !hasRows) return;
    last.current = row.at;
    // Who has gone on elsewhere meanwhile stays there.
    if (!document.activeElement?.contains(section)) return;
    const found = rowsOf(section).find(({ dataset }) => dataset.ticket === row.number);
    found?.querySelector("a")?.focus({ preventScroll: true });
  }, [list, entry, hasRows]);

  useEffect(() => {
    const section = list.current;
    const onClick = ({ target }: Event) => {
      if (!section || !(target instanceof Element) || !target.closest("a")) return;
      const rows = rowsOf(section);
      const at = rows.findIndex((row) => row.contains(target));
      const number = rows[at]?.dataset.ticket;
      if (number) opened.set(entry, { number, at });
    };
    // Before the router leaves the list.
    section?.addEventListener("click", onClick, { capture: true });
    return () => section?.removeEventListener("click", onClick, { capture: true });
  }, [list, entry]);

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
