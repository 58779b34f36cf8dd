import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Comment, TicketSummary } from "@/shared/api/types";

/** Notes between staff are left out of a page after it was cut, so one entry could be none. */
const LOOKED_THROUGH = 10;

function lastCommentQuery(ticketId: string) {
  return queryOptions({
    queryKey: lastCommentKey(ticketId),
    queryFn: async ({ signal }): Promise<Comment | null> => {
      const { items } = await unwrap(
        api.GET("/api/tickets/{id}/comments", {
          params: { path: { id: ticketId }, query: { limit: LOOKED_THROUGH } },
          signal,
        }),
      );
      return items[0] ?? null;
    },
  });
}

export function lastCommentKey(ticketId: string) {
  return ["last-comment", ticketId] as const;
}

/** What was said last on a ticket, as far as this person may read it. */
export function useLastComment(
  { id, commentCount }: TicketSummary,
  isWanted: boolean,
  isNear: boolean,
) {
  // A list tells of no comments that came after it; those are put into the cache as they are pushed.
  const { data } = useQuery({
    ...lastCommentQuery(id),
    enabled: isWanted && isNear && commentCount > 0,
  });
  return isWanted ? (data ?? null) : null;
}
