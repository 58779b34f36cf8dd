import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";

export function personNameQuery(id: string) {
  return queryOptions({
    queryKey: ["person-name", id],
    queryFn: async ({ signal }) => {
      const user = await unwrap(api.GET("/api/users/{id}", { params: { path: { id } }, signal }));
      return user.name;
    },
    staleTime: 5 * 60_000,
  });
}

/** The name behind an id, for staff. */
export function usePersonName(id: string | undefined): string | undefined {
  const { data } = useQuery({ ...personNameQuery(id ?? ""), enabled: id !== undefined });
  return data;
}
