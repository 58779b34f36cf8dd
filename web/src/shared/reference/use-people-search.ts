import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { PersonRef, Role } from "@/shared/api/types";

export interface FoundPerson extends PersonRef {
  email: string;
  role: Role;
}

const MOST_OF_A_ROLE = 20;

/**
 * Active people of these roles, or of any, of whom words of the name, or the e-mail, begin so; everybody's first page
 * where nothing is typed. Each role is asked for by itself: the few staff of a name may stand behind many requesters.
 */
export function usePeopleSearch(typed: string, roles: readonly Role[] | null, isWanted: boolean) {
  return useQuery({
    queryKey: ["people-search", typed, roles],
    queryFn: async ({ signal }): Promise<FoundPerson[]> => {
      const pages = await Promise.all(
        (roles ?? [undefined]).map((role) =>
          unwrap(
            api.GET("/api/users", {
              params: {
                query: { search: typed || undefined, role, isActive: true, limit: MOST_OF_A_ROLE },
              },
              signal,
            }),
          ),
        ),
      );
      const found = pages.flatMap(({ items }) => items);
      if (pages.length > 1) found.sort((one, other) => one.name.localeCompare(other.name));
      return found.map(({ id, name, email, role }) => ({ id, name, email, role }));
    },
    enabled: isWanted,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
