import { useInfiniteQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { Activity, Page, Ticket } from "@/shared/api/types";

export function useTicketActivity({ id: ticketId, type }: Pick<Ticket, "id" | "type">) {
  return useInfiniteQuery({
    queryKey: ["activity", ticketId],
    queryFn: ({ pageParam, signal }): Promise<Page<Activity>> =>
      unwrap(
        api.GET(itemPath(type, "/api/tickets/{id}/activity"), {
          params: { path: { id: ticketId }, query: { cursor: pageParam, limit: 50 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
