import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNotificationsLive } from "@/features/notifications/use-notifications-live";
import { useTicketsLive } from "@/features/tickets/use-tickets-live";
import { onLiveOpen, openLiveConnection } from "@/shared/live/live-connection";

const FOLLOWED = ["tickets", "ticket", "notifications", "activity"];

/** Everything live: the connection, what is done with its messages, and catching up when it opens. */
export function useLive() {
  const client = useQueryClient();
  useTicketsLive();
  useNotificationsLive();

  useEffect(() => {
    const endCatchUp = onLiveOpen(() => {
      for (const key of FOLLOWED) void client.invalidateQueries({ queryKey: [key] });
    });
    const close = openLiveConnection();
    return () => {
      close();
      endCatchUp();
    };
  }, [client]);
}
