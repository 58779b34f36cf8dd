import { useQuery } from "@tanstack/react-query";
import type { Priority } from "@/shared/api/types";
import { PRIORITIES } from "@/shared/lib/labels";
import { systemSettingsQuery } from "@/shared/reference/use-system-settings";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

/** The priorities that this person may give to a new ticket: for a requester up to what is set for all. */
export function useOfferedPriorities(): readonly Priority[] {
  const staff = isStaff(useCurrentUser());
  const { data } = useQuery({ ...systemSettingsQuery, enabled: !staff });
  if (staff) return PRIORITIES;
  return PRIORITIES.slice(0, PRIORITIES.indexOf(data?.requesterPriorityCap ?? "HIGH") + 1);
}
