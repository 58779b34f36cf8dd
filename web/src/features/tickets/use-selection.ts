import { useState } from "react";

export interface Selection {
  has: (id: string) => boolean;
  /** Those of the list that are selected, in its order. */
  ids: string[];
  /** `isRange` takes everything between the last one and this. */
  toggle: (id: string, isRange: boolean) => void;
  toggleAll: () => void;
  /** Selects these alone. */
  keep: (ids: readonly string[]) => void;
  isAll: boolean;
}

interface State {
  selected: ReadonlySet<string>;
  /** The one that was chosen last, where a range begins. */
  anchor: string | null;
}

const NOTHING: State = { selected: new Set(), anchor: null };

/** The ids between two, in the order of the list, with both. */
export function between(order: readonly string[], one: string, other: string): string[] {
  const [from, to] = [order.indexOf(one), order.indexOf(other)];
  if (from < 0 || to < 0) return to < 0 ? [] : [other];
  return order.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** What is ticked of a list. What leaves the list is no longer selected. */
export function useSelection(order: readonly string[]): Selection {
  const [{ selected, anchor }, set] = useState<State>(NOTHING);
  const ids = order.filter((id) => selected.has(id));
  const isAll = ids.length > 0 && ids.length === order.length;

  const toggle = (id: string, isRange: boolean) => {
    const next = new Set(selected);
    const isWanted = !selected.has(id);
    const changed = isRange && anchor ? between(order, anchor, id) : [id];
    for (const each of changed) {
      if (isWanted) next.add(each);
      else next.delete(each);
    }
    set({ selected: next, anchor: id });
  };

  return {
    has: (id) => selected.has(id),
    ids,
    toggle,
    toggleAll: () => set(isAll ? NOTHING : { selected: new Set(order), anchor: null }),
    keep: (kept) => set({ selected: new Set(kept), anchor: null }),
    isAll,
  };
}
