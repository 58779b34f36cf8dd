import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { teamQuery } from "@/features/teams/use-team";
import { overtaking } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import type { NewTeam, Team, TeamPatch } from "@/shared/api/types";
import { teamsQuery } from "@/shared/reference/use-teams";

/** Shows the team as it is now, wherever it is shown. */
function putTeam(client: QueryClient, team: Team) {
  client.setQueryData(teamQuery(team.id).queryKey, team);
  client.setQueryData(teamsQuery.queryKey, (teams) =>
    teams?.map((each) => (each.id === team.id ? team : each)),
  );
}

export function useCreateTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewTeam): Promise<Team> => unwrap(api.POST("/api/teams", { body })),
    onSuccess: (team) => {
      client.setQueryData(teamQuery(team.id).queryKey, team);
      void client.invalidateQueries({ queryKey: teamsQuery.queryKey });
    },
  });
}

interface TeamChange {
  id: string;
  /** Of the team as it was looked at: what changed since is not overwritten. */
  version: number;
  patch: TeamPatch;
}

export function useChangeTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, patch }: TeamChange): Promise<Team> =>
      unwrap(
        api.PATCH("/api/teams/{id}", {
          params: { path: { id }, header: { "If-Match": `"${version}"` } },
          body: patch,
        }),
      ),
    onSuccess: (team) => {
      putTeam(client, team);
      void client.invalidateQueries({ queryKey: teamsQuery.queryKey });
    },
    onError: (error) => {
      const present = overtaking<Team>(error);
      if (present) putTeam(client, present);
    },
  });
}

export function useDeleteTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE("/api/teams/{id}", { params: { path: { id } } })),
    onSuccess: (_nothing, id) => {
      client.setQueryData(teamsQuery.queryKey, (teams) => teams?.filter((team) => team.id !== id));
      void client.invalidateQueries({ queryKey: teamsQuery.queryKey });
    },
  });
}
