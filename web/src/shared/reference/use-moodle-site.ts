import { useSystemSettings } from "@/shared/reference/use-system-settings";

/** The address of the Moodle site, where the way to it is shown. */
export function useMoodleSite(): string | null {
  const { data } = useSystemSettings();
  return data?.moodleIntegration ? (data.moodleUrl ?? null) : null;
}
