import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { User } from "@/shared/api/types";
import { allPages } from "@/shared/reference/all-pages";

/** Who can be given a ticket: active staff, of one team or (without a team) of all. */
export function staffQuery(teamId: string | null) {
  return queryOptions({
    queryKey: ["staff", teamId],
    queryFn: async ({ signal }): Promise<User[]> => {
      const people = await allPages<User>((cursor) =>
        teamId
          ? unwrap(
              api.GET("/api/teams/{id}/members", {
                params: { path: { id: teamId }, query: { cursor, limit: 100 } },
                signal,
              }),
            )
          : unwrap(api.GET("/api/users", { params: { query: { cursor, limit: 100 } }, signal })),
      );
      return people
        .filter((person) => person.isActive && person.role !== "USER")
        .sort((one, other) => one.name.localeCompare(other.name));
    },
    staleTime: 60_000,
  });
}

export function useStaff(teamId: string | null, isWanted: boolean) {
  return useQuery({ ...staffQuery(teamId), enabled: isWanted });
}
