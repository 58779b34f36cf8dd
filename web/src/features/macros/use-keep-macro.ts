import { useMutation, useQueryClient } from "@tanstack/react-query";
import { overtaking } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import type { Macro, MacroPatch, NewMacro } from "@/shared/api/types";
import { putInLists, takeFromLists } from "@/shared/reference/kept-cache";
import { useCurrentUser } from "@/shared/session/use-current-user";

type PostBody = Parameters<typeof api.POST<"/api/macros", { body: never }>>[1]["body"];

async function make(body: NewMacro): Promise<Macro> {
  return (await unwrap(api.POST("/api/macros", { body: body as PostBody }))) as Macro;
}

interface MacroChange {
  id: string;
  /** Of the macro as it was looked at: what changed since is not overwritten. */
  version: number;
  patch: MacroPatch;
}

async function change({ id, version, patch }: MacroChange): Promise<Macro> {
  return (await unwrap(
    api.PATCH("/api/macros/{id}", {
      params: { path: { id }, header: { "If-Match": `"${version}"` } },
      body: patch as PostBody,
    }),
  )) as Macro;
}

export function useKeepMacro() {
  const client = useQueryClient();
  const user = useCurrentUser();
  const put = (macro: Macro) => putInLists(client, "macros", macro, user);
  return {
    make: useMutation({ mutationFn: make, onSuccess: put }),
    change: useMutation({
      mutationFn: change,
      onSuccess: put,
      onError: (error) => {
        const present = overtaking<Macro>(error);
        if (present) put(present);
      },
    }),
    remove: useMutation({
      mutationFn: ({ id }: Macro) =>
        unwrap(api.DELETE("/api/macros/{id}", { params: { path: { id } } })),
      onSuccess: (_nothing, { id }) => takeFromLists(client, "macros", id),
    }),
  };
}
