import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLiveMessage } from "@/shared/live/use-live-message";
import { peopleOfRoles, STAFF } from "@/shared/reference/people-of-roles";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

/** So many pages of each role are read at most; whoever stands after them is not marked. */
const MOST_PAGES = 5;

/** Whose account no longer signs in, of those who had work; read anew with everything about staff. */
export const deactivatedQuery = queryOptions({
  queryKey: ["staff", "deactivated"],
  queryFn: async ({ signal }): Promise<ReadonlySet<string>> => {
    const people = await peopleOfRoles(STAFF, { isActive: false, signal, mostPages: MOST_PAGES });
    return new Set(people.map(({ id }) => id));
  },
  staleTime: 5 * 60_000,
  retry: false,
});

/** Whether this person can no longer work on anything; requesters neither ask nor are told. */
export function useIsDeactivated(id: string | null | undefined): boolean {
  const user = useCurrentUser();
  const { data } = useQuery({ ...deactivatedQuery, enabled: isStaff(user) && Boolean(id) });
  return data !== undefined && id != null && data.has(id);
}

/** Admins are pushed what becomes of accounts: then it is read anew. */
export function useDeactivatedLive() {
  const client = useQueryClient();
  useLiveMessage(({ event, data }) => {
    if (event !== "activity:new" || !data.userId) return;
    if (!data.changes.some(({ field }) => field === "isActive")) return;
    void client.invalidateQueries({ queryKey: deactivatedQuery.queryKey });
  });
}
