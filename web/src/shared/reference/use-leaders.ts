import { queryOptions, useQuery } from "@tanstack/react-query";
import type { PersonRef } from "@/shared/api/types";
import { peopleOfRoles } from "@/shared/reference/people-of-roles";

/** Who can lead a team: active managers and admins, by name. */
export const leadersQuery = queryOptions({
  queryKey: ["staff", "leaders"],
  queryFn: async ({ signal }): Promise<PersonRef[]> => {
    const people = await peopleOfRoles(["MANAGER", "ADMIN"], { isActive: true, signal });
    return people.map(({ id, name }) => ({ id, name }));
  },
  staleTime: 60_000,
});

export function useLeaders() {
  return useQuery(leadersQuery);
}
