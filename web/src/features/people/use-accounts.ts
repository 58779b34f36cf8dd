import { useMutation, useQueryClient } from "@tanstack/react-query";
import { putPerson, refreshPeople } from "@/features/people/account-cache";
import { overtaking } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import type { NewUser, User, UserPatch } from "@/shared/api/types";
import { sessionStore } from "@/shared/session/session-store";

export function useInvitePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewUser) => unwrap(api.POST("/api/users", { body })),
    onSuccess: () => refreshPeople(client),
  });
}

interface AccountChange {
  id: string;
  /** Of the account as it was looked at: what changed since is not overwritten. */
  version: number;
  patch: UserPatch;
}

export function useChangeAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, patch }: AccountChange): Promise<User> =>
      unwrap(
        api.PATCH("/api/users/{id}", {
          params: { path: { id }, header: { "If-Match": `"${version}"` } },
          body: patch,
        }),
      ),
    onSuccess: (person) => {
      putPerson(client, person);
      sessionStore.rename(person);
      refreshPeople(client);
    },
    onError: (error) => {
      const present = overtaking<User>(error);
      if (present) putPerson(client, present);
    },
  });
}

export function useInviteAgain() {
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST("/api/users/{id}/invite", { params: { path: { id } } })),
  });
}

export function useResetSecondFactor() {
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/users/{id}/two-factor", { params: { path: { id } } })),
  });
}

export function useDeleteAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE("/api/users/{id}", { params: { path: { id } } })),
    onSuccess: () => refreshPeople(client),
  });
}
