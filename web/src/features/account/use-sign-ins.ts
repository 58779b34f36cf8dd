import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { SignIn } from "@/shared/api/types";

export const signInsQuery = queryOptions({
  queryKey: ["sign-ins"],
  queryFn: async ({ signal }): Promise<SignIn[]> =>
    (await unwrap(api.GET("/api/auth/sessions", { signal }))).items,
});

export function useSignIns() {
  return useQuery(signInsQuery);
}

/** Which sign-ins are to end: one, all but this browser's, or all. */
export type Ending = { id: string } | "others" | "all";

export function useEndSignIns() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ending: Ending) =>
      typeof ending === "object"
        ? unwrap(api.DELETE("/api/auth/sessions/{id}", { params: { path: { id: ending.id } } }))
        : unwrap(
            api.DELETE("/api/auth/sessions", {
              params: { query: { keepCurrent: ending === "others" } },
            }),
          ),
    onSuccess: (_nothing, ending) => {
      client.setQueryData(signInsQuery.queryKey, (list) =>
        list?.filter(({ id, isCurrent }) =>
          typeof ending === "object" ? id !== ending.id : isCurrent,
        ),
      );
    },
    onSettled: (_nothing, _error, ending) => {
      if (ending !== "all") void client.invalidateQueries({ queryKey: signInsQuery.queryKey });
    },
  });
}
