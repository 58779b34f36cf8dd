import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Page, User } from "@/shared/api/types";

export function teamMembersQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["team-members", id],
    queryFn: ({ pageParam, signal }): Promise<Page<User>> =>
      unwrap(
        api.GET("/api/teams/{id}/members", {
          params: { path: { id }, query: { cursor: pageParam, limit: 50 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function useTeamMembers(id: string) {
  return useInfiniteQuery(teamMembersQuery(id));
}
