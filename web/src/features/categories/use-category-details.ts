import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Category } from "@/shared/api/types";

/** The category as it is now: what is edited is not taken from a list that may be minutes old. */
export function useCategoryDetails(id: string) {
  return useQuery({
    queryKey: ["category", id],
    queryFn: ({ signal }): Promise<Category> =>
      unwrap(api.GET("/api/categories/{id}", { params: { path: { id } }, signal })),
    gcTime: 0,
  });
}
