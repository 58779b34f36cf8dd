import { useLocalStorage } from "@mantine/hooks";
import type { ItemType } from "@/shared/api/types";

export const COLUMNS = [
  "status",
  "priority",
  "requester",
  "assignee",
  "team",
  "category",
  "due",
  "tags",
  "created",
  "updated",
] as const;
export type Column = (typeof COLUMNS)[number];

export function columnLabel(column: Column, type: ItemType): string {
  const labels: Record<Column, string> = {
    status: "Status",
    priority: "Priority",
    requester: type === "TASK" ? "Made by" : "Requester",
    assignee: "Assignee",
    team: "Team",
    category: "Category",
    due: "Due",
    tags: "Tags",
    created: "Created",
    updated: "Updated",
  };
  return labels[column];
}

/** What fits in beside a title that can be read, where nobody has chosen. */
export function defaultColumns(isVeryWide: boolean): Column[] {
  return isVeryWide
    ? ["status", "priority", "requester", "assignee", "team", "due", "tags", "updated"]
    : ["status", "priority", "requester", "assignee", "due", "updated"];
}

function parse(text: string | undefined): Column[] | null {
  try {
    const stored: unknown = JSON.parse(text ?? "null");
    return Array.isArray(stored) ? COLUMNS.filter((column) => stored.includes(column)) : null;
  } catch {
    return null;
  }
}

/** The columns that somebody chose in this browser, in their order; null where the default holds. */
export function useChosenColumns(place: string) {
  return useLocalStorage<Column[] | null>({
    key: `seaversity-columns:${place}`,
    defaultValue: null,
    getInitialValueInEffect: false,
    deserialize: parse,
  });
}
