import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { SystemSettings } from "@/shared/api/types";

export const systemSettingsQuery = queryOptions({
  queryKey: ["system-settings"],
  queryFn: ({ signal }): Promise<SystemSettings> => unwrap(api.GET("/api/settings", { signal })),
  staleTime: 5 * 60_000,
});

/** What the organisation has set for everybody. */
export function useSystemSettings() {
  return useQuery(systemSettingsQuery);
}
