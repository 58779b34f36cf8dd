import type { LucideIcon } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ItemType } from "@/shared/api/types";

/** The keys of what is done most often to the ticket or task that is shown; the help sheet names them. */
export const ITEM_KEYS = { reply: "r", note: "n", assign: "a", status: "s" } as const;

/** What can be done to the ticket or task that is shown, from the keyboard and from the palette. */
export interface ItemAction {
  id: string;
  label: string;
  /** What else one may call it. */
  words?: string;
  keys?: string;
  Icon: LucideIcon;
  run: () => unknown;
}

interface OpenItem {
  type: ItemType;
  actions: () => ItemAction[];
}

let open: OpenItem | null = null;

/** What is offered for the ticket or task that is shown; nothing where none is. */
export function openItem(): { type: ItemType; actions: ItemAction[] } | null {
  return open && { type: open.type, actions: open.actions() };
}

/** Offers these for as long as the page is shown. */
export function useOpenItem(type: ItemType, actions: ItemAction[]) {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const item: OpenItem = { type, actions: () => latest.current };
    open = item;
    return () => {
      if (open === item) open = null;
    };
  }, [type]);
}
