import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { PushSubscriptions } from "@/shared/api/types";
import {
  type BrowserAddress,
  type PushState,
  pushState,
  renewedPush,
  startPush,
  stopPush,
} from "@/shared/lib/browser-push";
import { describeBrowser } from "@/shared/lib/describe-browser";
import { useCurrentUser } from "@/shared/session/use-current-user";

const LIST = ["push-subscriptions"];

const browsersQuery = queryOptions({
  queryKey: LIST,
  queryFn: ({ signal }): Promise<PushSubscriptions> =>
    unwrap(api.GET("/api/notifications/push-subscriptions", { signal })),
});

const stateQuery = (userId: string) =>
  queryOptions({
    queryKey: ["push-state", userId],
    queryFn: (): Promise<PushState> => pushState(userId),
  });

/** The person's browsers that tell, in all places. */
export function useTellingBrowsers() {
  return useQuery(browsersQuery);
}

/** Whether this browser tells. */
export function usePushState() {
  return useQuery(stateQuery(useCurrentUser().id));
}

function tellServer({ endpoint, keys }: BrowserAddress) {
  const device = describeBrowser(navigator.userAgent).name;
  return unwrap(
    api.POST("/api/notifications/push-subscriptions", { body: { endpoint, keys, device } }),
  );
}

function useRefresh() {
  const client = useQueryClient();
  const userId = useCurrentUser().id;
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: LIST }),
      client.invalidateQueries(stateQuery(userId)),
    ]);
}

/** Lets this browser tell; false where the person did not allow it. */
export function useStartPush() {
  const userId = useCurrentUser().id;
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (publicKey: string): Promise<boolean> => {
      const address = await startPush(userId, publicKey);
      if (!address) return false;
      try {
        await tellServer(address);
      } catch (error) {
        await stopPush();
        throw error;
      }
      return true;
    },
    onSettled: refresh,
  });
}

/** Lets a browser tell no longer. */
export function useStopPush() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, isHere }: { id?: string; isHere: boolean }) => {
      if (isHere) await stopPush();
      if (!id) return;
      await unwrap(
        api.DELETE("/api/notifications/push-subscriptions/{id}", { params: { path: { id } } }),
      );
    },
    onSettled: refresh,
  });
}

/** Tells the server of this browser anew, where it tells this person. */
export async function renewPush(userId: string): Promise<void> {
  const publicKey = async () =>
    (await unwrap(api.GET("/api/notifications/push-subscriptions"))).publicKey;
  const address = await renewedPush(userId, publicKey);
  if (address) await tellServer(address);
}
