import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Period } from "@/features/teams/statistics";
import { api, unwrap } from "@/shared/api/client";
import type { TeamStatistics } from "@/shared/api/types";
import { useLiveMessage } from "@/shared/live/use-live-message";

/** The figures follow a change within a second or so; and they are not asked for with each of many changes. */
const WAIT_MS = 5_000;

/** How the team's work stands, and what happened in so many days; for those who lead it. */
export function useTeamStatistics(teamId: string, days: Period) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveMessage(({ event }) => {
    if ((event !== "ticket:updated" && event !== "task:updated") || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: ["team-statistics", teamId] });
    }, WAIT_MS);
  });
  return useQuery({
    queryKey: ["team-statistics", teamId, days],
    queryFn: ({ signal }): Promise<TeamStatistics> =>
      unwrap(
        api.GET("/api/teams/{id}/stats", {
          params: { path: { id: teamId }, query: { days } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
