import { useMutation, useQueryClient } from "@tanstack/react-query";
import { overtaking } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import type { NewView, SavedView, ViewPatch } from "@/shared/api/types";
import { putInLists, takeFromLists } from "@/shared/reference/kept-cache";
import { useCurrentUser } from "@/shared/session/use-current-user";

type PostBody = Parameters<typeof api.POST<"/api/views", { body: never }>>[1]["body"];

interface ViewChange {
  /** As it was looked at: what changed since is not overwritten. */
  view: SavedView;
  patch: ViewPatch;
}

export function useKeepView() {
  const client = useQueryClient();
  const user = useCurrentUser();
  const put = (view: SavedView) => putInLists(client, "views", view, user);
  return {
    make: useMutation({
      mutationFn: async (body: NewView) =>
        (await unwrap(api.POST("/api/views", { body: body as PostBody }))) as SavedView,
      onSuccess: put,
    }),
    change: useMutation({
      mutationFn: async ({ view, patch }: ViewChange) =>
        (await unwrap(
          api.PATCH("/api/views/{id}", {
            params: { path: { id: view.id }, header: { "If-Match": `"${view.version}"` } },
            body: patch as PostBody,
          }),
        )) as SavedView,
      onSuccess: put,
      onError: (error) => {
        const present = overtaking<SavedView>(error);
        if (present) put(present);
      },
    }),
    remove: useMutation({
      mutationFn: ({ id }: SavedView) =>
        unwrap(api.DELETE("/api/views/{id}", { params: { path: { id } } })),
      onSuccess: (_nothing, { id }) => takeFromLists(client, "views", id),
    }),
  };
}
