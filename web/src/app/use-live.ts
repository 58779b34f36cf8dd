import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNotificationsLive } from "@/features/notifications/use-notifications-live";
import { useTicketsLive } from "@/features/tickets/use-tickets-live";
import { hasStatus } from "@/shared/api/api-error";
import { onLiveOpen, openLiveConnection } from "@/shared/live/live-connection";
import { followOnline } from "@/shared/live/online";
import { useDeactivatedLive } from "@/shared/reference/use-deactivated";

const FOLLOWED = [
  "tickets",
  "ticket",
  "notifications",
  "activity",
  "last-comment",
  "team-statistics",
];

/** Everything live: the connection, what is done with its messages, and catching up when it opens. */
export function useLive() {
  const client = useQueryClient();
  useTicketsLive();
  useNotificationsLive();
  useDeactivatedLive();

  useEffect(() => {
    const endCatchUp = onLiveOpen(() => {
      for (const key of FOLLOWED) {
        // What is not there has missed nothing.
        void client.invalidateQueries({
          queryKey: [key],
          predicate: ({ state }) => !hasStatus(state.error, 404),
        });
      }
    });
    const endOnline = followOnline();
    const close = openLiveConnection();
    return () => {
      close();
      endOnline();
      endCatchUp();
    };
  }, [client]);
}
