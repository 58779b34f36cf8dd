import { useEffect } from "react";
import { joinTicketRoom } from "@/shared/live/live-connection";

export function useTicketRoom(ticketId: string | undefined) {
  useEffect(() => (ticketId ? joinTicketRoom(ticketId) : undefined), [ticketId]);
}
