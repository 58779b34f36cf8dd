import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { overtaking } from "@/shared/api/api-error";
import { api, unwrap } from "@/shared/api/client";
import type { Theme, UserSettings, UserSettingsPatch } from "@/shared/api/types";

const userSettingsQuery = queryOptions({
  queryKey: ["user-settings"],
  queryFn: ({ signal }): Promise<UserSettings> =>
    unwrap(api.GET("/api/settings/user", { signal })) as Promise<UserSettings>,
});

export function useUserSettings() {
  return useQuery(userSettingsQuery);
}

interface Change {
  /** Of the settings as they were looked at: what changed since is not overwritten unseen. */
  version: number;
  patch: UserSettingsPatch;
}

function send({ version, patch }: Change): Promise<UserSettings> {
  return unwrap(
    api.PATCH("/api/settings/user", {
      params: { header: { "If-Match": `"${version}"` } },
      body: patch as never,
    }),
  ) as Promise<UserSettings>;
}

export function useChangeUserSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (settings) => client.setQueryData(userSettingsQuery.queryKey, settings),
    onError: (error) => {
      const present = overtaking<UserSettings>(error);
      if (present) client.setQueryData(userSettingsQuery.queryKey, present);
    },
  });
}

/** Changes the theme alone, whatever else of the settings was changed meanwhile. */
export async function saveTheme(client: QueryClient, theme: Theme): Promise<void> {
  const { version } = await client.ensureQueryData(userSettingsQuery);
  const patch = { theme };
  const settings = await send({ version, patch }).catch((error) => {
    const present = overtaking<UserSettings>(error);
    if (!present) throw error;
    return send({ version: present.version, patch });
  });
  client.setQueryData(userSettingsQuery.queryKey, settings);
}
