import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { keepOlder } from "@/features/tickets/ticket-cache";
import { api, unwrap } from "@/shared/api/client";
import type { Page, TicketDetails, TicketSummary } from "@/shared/api/types";

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

export function ticketQuery(client: QueryClient, ref: string) {
  return queryOptions({
    queryKey: ticketKey(ref),
    queryFn: async ({ signal }): Promise<TicketDetails> => {
      const details = await unwrap(
        api.GET("/api/tickets/{id}", { params: { path: { id: knownId(client, ref) } }, signal }),
      );
      const before = client.getQueryData<TicketDetails>(ticketKey(ref));
      return { ...details, comments: keepOlder(details.comments, before?.comments) };
    },
  });
}

export function useTicket(ref: string) {
  return useQuery(ticketQuery(useQueryClient(), ref));
}
