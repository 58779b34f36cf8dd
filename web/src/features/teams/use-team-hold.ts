import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import { useCategories } from "@/shared/reference/use-categories";

/** What keeps a team from being deleted, as far as this person may see it. */
export interface TeamHold {
  /** As many as were counted; there may be more. */
  members: number;
  categories: number;
  hasTickets: boolean;
  hasTasks: boolean;
}

const COUNTED = 100;

async function read(teamId: string, signal: AbortSignal) {
  const open = { teamId, status: "ACTIVE" as const, limit: 1 };
  const [members, tickets, tasks] = await Promise.all([
    unwrap(
      api.GET("/api/teams/{id}/members", {
        params: { path: { id: teamId }, query: { limit: COUNTED } },
        signal,
      }),
    ),
    unwrap(api.GET("/api/tickets", { params: { query: open }, signal })),
    unwrap(api.GET("/api/tasks", { params: { query: open }, signal })),
  ]);
  return {
    members: members.items.length,
    hasTickets: tickets.items.length > 0,
    hasTasks: tasks.items.length > 0,
  };
}

export function useTeamHold(teamId: string) {
  const { data: categories } = useCategories();
  const query = useQuery({
    queryKey: ["team-hold", teamId],
    queryFn: ({ signal }) => read(teamId, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const count = categories?.filter((category) => category.teamId === teamId).length;
  const hold: TeamHold | null =
    query.data && count !== undefined ? { ...query.data, categories: count } : null;
  return { hold, isPending: query.isPending, refetch: query.refetch };
}
