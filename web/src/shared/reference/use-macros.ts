import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Macro, Page } from "@/shared/api/types";
import { allPages } from "@/shared/reference/all-pages";

/** What a team shares; without a team all that the person has: the own, the teams' and everyone's. */
function macrosQuery(teamId: string | null) {
  return queryOptions({
    queryKey: ["macros", teamId],
    queryFn: ({ signal }): Promise<Macro[]> =>
      allPages((cursor) =>
        unwrap(
          api.GET("/api/macros", {
            params: { query: { teamId: teamId ?? undefined, cursor, limit: 100 } },
            signal,
          }),
        ).then((page) => page as Page<Macro>),
      ),
    staleTime: 60_000,
  });
}

export function useMacros(teamId: string | null = null) {
  return useQuery(macrosQuery(teamId));
}
