import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Team } from "@/shared/api/types";
import { allPages } from "@/shared/reference/all-pages";

export const teamsQuery = queryOptions({
  queryKey: ["teams"],
  queryFn: ({ signal }): Promise<Team[]> =>
    allPages((cursor) =>
      unwrap(api.GET("/api/teams", { params: { query: { cursor, limit: 100 } }, signal })),
    ),
  staleTime: 5 * 60_000,
});

export function useTeams() {
  return useQuery(teamsQuery);
}

export function useTeam(id?: string | null): Team | null {
  const { data } = useTeams();
  return data?.find((team) => team.id === id) ?? null;
}
