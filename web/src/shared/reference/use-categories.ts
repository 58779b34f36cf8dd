import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Category } from "@/shared/api/types";
import { allPages } from "@/shared/reference/all-pages";

export const categoriesQuery = queryOptions({
  queryKey: ["categories"],
  queryFn: ({ signal }): Promise<Category[]> =>
    allPages((cursor) =>
      unwrap(api.GET("/api/categories", { params: { query: { cursor, limit: 100 } }, signal })),
    ),
  staleTime: 5 * 60_000,
});

export function useCategories() {
  return useQuery(categoriesQuery);
}

export function useCategory(id?: string | null): Category | null {
  const { data } = useCategories();
  return data?.find((category) => category.id === id) ?? null;
}
