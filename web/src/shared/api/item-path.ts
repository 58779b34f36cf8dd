import type { paths } from "@/api/schema";
import type { ItemType } from "@/shared/api/types";

type TicketPath = Extract<keyof paths, `/api/tickets${string}`>;

/** The path of tickets, or the same of tasks: the two differ in this word alone, and in nothing else. */
export function itemPath<Path extends TicketPath>(type: ItemType, path: Path): Path {
  return type === "TASK" ? (path.replace("/api/tickets", "/api/tasks") as Path) : path;
}
