import { useSearch } from "@tanstack/react-router";
import { ticketFilter } from "@/features/tickets/ticket-filter";
import { TicketListPage } from "@/features/tickets/ticket-list-page";

export function TicketListRoute() {
  const search = useSearch({ from: "/signed-in/tickets" });
  return <TicketListPage filter={ticketFilter(search)} />;
}
