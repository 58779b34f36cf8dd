import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { TwoFactor } from "@/shared/api/types";

const twoFactorQuery = queryOptions({
  queryKey: ["two-factor"],
  queryFn: ({ signal }): Promise<TwoFactor> => unwrap(api.GET("/api/auth/two-factor", { signal })),
});

export function useTwoFactor() {
  return useQuery(twoFactorQuery);
}

function useForgetTwoFactor() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: twoFactorQuery.queryKey });
}

export function useProposeSecret() {
  return useMutation({
    mutationFn: (password: string) =>
      unwrap(api.POST("/api/auth/two-factor", { body: { password } })),
    // It is a secret: it stays no longer than it is shown.
    gcTime: 0,
  });
}

export function useConfirmSecret() {
  return useMutation({
    mutationFn: (code: string) =>
      unwrap(api.POST("/api/auth/two-factor/confirm", { body: { code } })),
    onSuccess: useForgetTwoFactor(),
    gcTime: 0,
  });
}

export function useRenewCodes() {
  return useMutation({
    mutationFn: (password: string) =>
      unwrap(api.POST("/api/auth/two-factor/recovery-codes", { body: { password } })),
    onSuccess: useForgetTwoFactor(),
    gcTime: 0,
  });
}

export function useDisableTwoFactor() {
  return useMutation({
    mutationFn: (password: string) =>
      unwrap(api.POST("/api/auth/two-factor/disable", { body: { password } })),
    onSuccess: useForgetTwoFactor(),
  });
}
