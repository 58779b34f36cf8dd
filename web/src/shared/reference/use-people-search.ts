import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { PersonRef, Role } from "@/shared/api/types";

export interface FoundPerson extends PersonRef {
  email: string;
  role: Role;
}

/** Active people whose name begins so; everybody's first page where nothing is typed. */
export function usePeopleSearch(name: string, isWanted: boolean) {
  return useQuery({
    queryKey: ["people-search", name],
    queryFn: async ({ signal }): Promise<FoundPerson[]> => {
      const page = await unwrap(
        api.GET("/api/users", {
          params: { query: { name: name || undefined, isActive: true, limit: 20 } },
          signal,
        }),
      );
      return page.items.map(({ id, name: full, email, role }) => ({ id, name: full, email, role }));
    },
    enabled: isWanted,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
