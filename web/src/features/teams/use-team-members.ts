import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Page, User } from "@/shared/api/types";

const PAGE_SIZE = 50;

/** Everybody in a team, or those whom the search finds. */
export function teamMembersQuery(id: string, search: string) {
  return infiniteQueryOptions({
    queryKey: ["team-members", id, search],
    queryFn: ({ pageParam: cursor, signal }): Promise<Page<User>> =>
      search
        ? unwrap(
            api.GET("/api/users", {
              params: { query: { teamId: id, search, cursor, limit: PAGE_SIZE } },
              signal,
            }),
          )
        : unwrap(
            api.GET("/api/teams/{id}/members", {
              params: { path: { id }, query: { cursor, limit: PAGE_SIZE } },
              signal,
            }),
          ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useTeamMembers(id: string, search: string) {
  return useInfiniteQuery(teamMembersQuery(id, search));
}

/** Takes people into a team and out of it. */
export function useMembership(teamId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, isIn }: { userId: string; isIn: boolean }) => {
      const params = { path: { id: teamId, userId } };
      return unwrap(
        isIn
          ? api.PUT("/api/teams/{id}/members/{userId}", { params })
          : api.DELETE("/api/teams/{id}/members/{userId}", { params }),
      );
    },
    onSettled: (_nothing, _error, { userId }) => {
      for (const key of [["team-members"], ["staff"], ["people"], ["person", userId]]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
}
