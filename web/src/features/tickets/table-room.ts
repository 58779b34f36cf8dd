import { type RefCallback, useCallback, useState } from "react";
import type { Column } from "@/features/tickets/columns";

/** What a title needs to be read, in pixels. */
const TITLE_PX = 240;
/** The box to tick, and the number. */
const FIXED_PX = 40 + 86;
const MOST_PX = 170;

/** How wide a column is at least, in pixels; the most important one first, the last one goes first. */
const LEAST_PX: Record<Column, number> = {
  status: 118,
  priority: 88,
  assignee: 104,
  due: 124,
  updated: 92,
  requester: 104,
  team: 104,
  category: 104,
  tags: 104,
  created: 92,
};
const BY_IMPORTANCE = Object.keys(LEAST_PX) as Column[];

/** Names and tags are cut short where they are narrow, and have a part of what is left. */
const GROWING: readonly Column[] = ["requester", "assignee", "team", "category", "tags"];

function leastOf(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + LEAST_PX[column], FIXED_PX + TITLE_PX);
}

/**
 * Those of the columns that a table of this width has room for beside a title that can be read.
 * What the list is sorted by stays: its order could not be told otherwise.
 */
export function fittingColumns(
  columns: readonly Column[],
  tableWidth: number,
  sortedBy?: Column,
): Column[] {
  let fitting = [...columns];
  const leaving = BY_IMPORTANCE.filter((column) => columns.includes(column) && column !== sortedBy);
  while (leaving.length > 0 && leastOf(fitting) > tableWidth) {
    const last = leaving.pop();
    fitting = fitting.filter((column) => column !== last);
  }
  return fitting;
}

/** How wide a column is in a table of this width, in pixels; the title has the rest. */
export function columnWidth(
  column: Column,
  columns: readonly Column[],
  tableWidth: number,
): number {
  if (!GROWING.includes(column)) return LEAST_PX[column];
  const growing = columns.filter((each) => GROWING.includes(each)).length;
  const spare = Math.max(0, tableWidth - leastOf(columns));
  return Math.min(MOST_PX, LEAST_PX[column] + Math.floor(spare / 2 / growing));
}

/** How wide an element is, in pixels, known before it is painted. */
export function useWidth<Measured extends HTMLElement>(): {
  ref: RefCallback<Measured>;
  width: number;
} {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: Measured | null) => {
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
