import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { User } from "@/shared/api/types";
import { allPages } from "@/shared/reference/all-pages";
import { peopleOfRoles, STAFF } from "@/shared/reference/people-of-roles";
import { isStaff } from "@/shared/session/is-staff";

/** The active staff of a team, by name. */
async function staffOfTeam(id: string, signal: AbortSignal): Promise<User[]> {
  const members = await allPages<User>((cursor) =>
    unwrap(
      api.GET("/api/teams/{id}/members", {
        params: { path: { id }, query: { cursor, limit: 100 } },
        signal,
      }),
    ),
  );
  return members
    .filter((member) => member.isActive && isStaff(member))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** Who can be given a ticket: active staff, of one team or (without a team) of all. */
export function staffQuery(teamId: string | null) {
  return queryOptions({
    queryKey: ["staff", teamId],
    queryFn: ({ signal }): Promise<User[]> =>
      teamId ? staffOfTeam(teamId, signal) : peopleOfRoles(STAFF, { isActive: true, signal }),
    staleTime: 60_000,
  });
}

export function useStaff(teamId: string | null, isWanted: boolean) {
  return useQuery({ ...staffQuery(teamId), enabled: isWanted });
}
