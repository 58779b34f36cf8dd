import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { overtaking } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import type { Category, CategoryPatch, NewCategory } from "@/shared/api/types";
import { categoriesQuery } from "@/shared/reference/use-categories";

function putCategory(client: QueryClient, category: Category) {
  client.setQueryData(categoriesQuery.queryKey, (categories) =>
    categories?.map((each) => (each.id === category.id ? category : each)),
  );
}

function refresh(client: QueryClient) {
  return client.invalidateQueries({ queryKey: categoriesQuery.queryKey });
}

export function useCreateCategory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewCategory): Promise<Category> =>
      unwrap(api.POST("/api/categories", { body })),
    onSuccess: () => refresh(client),
  });
}

interface CategoryChange {
  id: string;
  /** Of the category as it was looked at: what changed since is not overwritten. */
  version: number;
  patch: CategoryPatch;
}

export function useChangeCategory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, patch }: CategoryChange): Promise<Category> =>
      unwrap(
        api.PATCH("/api/categories/{id}", {
          params: { path: { id }, header: { "If-Match": `"${version}"` } },
          body: patch,
        }),
      ),
    onSuccess: (category) => {
      putCategory(client, category);
      void refresh(client);
    },
    onError: (error) => {
      const present = overtaking<Category>(error);
      if (present) putCategory(client, present);
    },
  });
}

export function useDeleteCategory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/categories/{id}", { params: { path: { id } } })),
    onSuccess: (_nothing, id) => {
      client.setQueryData(categoriesQuery.queryKey, (categories) =>
        categories?.filter((category) => category.id !== id),
      );
      void refresh(client);
    },
  });
}
