import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { User } from "@/shared/api/types";

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ["person", id],
    queryFn: ({ signal }): Promise<User> =>
      unwrap(api.GET("/api/users/{id}", { params: { path: { id } }, signal })),
  });
}

export function usePerson(id: string) {
  return useQuery(personQuery(id));
}
