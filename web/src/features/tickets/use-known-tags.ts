import { useQueryClient } from "@tanstack/react-query";
import { flatten, type TicketPages } from "@/features/tickets/ticket-list-cache";

/** The tags of what was listed here, for suggestions. */
export function useKnownTags(): string[] {
  const client = useQueryClient();
  const tags = new Set<string>();
  for (const [, list] of client.getQueriesData<TicketPages>({ queryKey: ["tickets"] })) {
    for (const ticket of flatten(list)) for (const tag of ticket.tags) tags.add(tag);
  }
  return [...tags].sort((one, other) => one.localeCompare(other));
}
