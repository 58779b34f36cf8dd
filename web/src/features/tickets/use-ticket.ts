import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { keepOlder } from "@/features/tickets/ticket-cache";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type {
  Comment,
  ItemType,
  Page,
  Ticket,
  TicketDetails,
  TicketSummary,
} from "@/shared/api/types";

/** A ticket's or a task's: their numbers are never the same. */
export function ticketKey(ref: string) {
  return ["ticket", ref] as const;
}

/** The id behind a number, when a list or an earlier read told it: reading by number costs a read more. */
function knownId(client: QueryClient, ref: string): string {
  const before = client.getQueryData<TicketDetails>(ticketKey(ref));
  if (before) return before.ticket.id;
  for (const [, list] of client.getQueriesData<{ pages: Page<TicketSummary>[] }>({
    queryKey: ["tickets"],
  })) {
    for (const page of list?.pages ?? []) {
      const found = page.items.find(({ number }) => number === ref);
      if (found) return found.id;
    }
  }
  return ref;
}

interface Answer {
  ticket?: Ticket;
  task?: Ticket;
  comments: Page<Comment>;
  isMuted: boolean;
}

export function ticketQuery(client: QueryClient, type: ItemType, ref: string) {
  return queryOptions({
    queryKey: ticketKey(ref),
    queryFn: async ({ signal }): Promise<TicketDetails> => {
      const answer: Answer = await unwrap(
        api.GET(itemPath(type, "/api/tickets/{id}"), {
          params: { path: { id: knownId(client, ref) } },
          signal,
        }),
      );
      const before = client.getQueryData<TicketDetails>(ticketKey(ref));
      return {
        ticket: (answer.task ?? answer.ticket) as Ticket,
        comments: keepOlder(answer.comments, before?.comments),
        isMuted: answer.isMuted,
      };
    },
  });
}

export function useTicket(type: ItemType, ref: string) {
  return useQuery(ticketQuery(useQueryClient(), type, ref));
}
