import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Team } from "@/shared/api/types";

export function teamQuery(id: string) {
  return queryOptions({
    queryKey: ["team", id],
    queryFn: ({ signal }): Promise<Team> =>
      unwrap(api.GET("/api/teams/{id}", { params: { path: { id } }, signal })),
  });
}

export function useTeamDetails(id: string) {
  return useQuery(teamQuery(id));
}
