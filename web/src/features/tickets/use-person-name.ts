import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";

/** The name behind an id, for staff. */
export function usePersonName(id: string | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: ["person-name", id],
    queryFn: async ({ signal }) => {
      const user = await unwrap(
        api.GET("/api/users/{id}", { params: { path: { id: id ?? "" } }, signal }),
      );
      return user.name;
    },
    enabled: id !== undefined,
    staleTime: 5 * 60_000,
  });
  return data;
}
