import { useMutation, useQueryClient } from "@tanstack/react-query";
import { overtaking } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import type { SystemSettings, SystemSettingsPatch } from "@/shared/api/types";
import { systemSettingsQuery } from "@/shared/reference/use-system-settings";

interface Change {
  /** Of the settings as they were looked at: what changed since is not overwritten. */
  version: number;
  patch: SystemSettingsPatch;
}

export function useChangeSettings() {
  const client = useQueryClient();
  const put = (settings: SystemSettings) =>
    client.setQueryData(systemSettingsQuery.queryKey, settings);
  return useMutation({
    mutationFn: ({ version, patch }: Change): Promise<SystemSettings> =>
      unwrap(
        api.PATCH("/api/settings", {
          params: { header: { "If-Match": `"${version}"` } },
          body: patch,
        }),
      ),
    onSuccess: put,
    onError: (error) => {
      const present = overtaking<SystemSettings>(error);
      if (present) put(present);
    },
  });
}
