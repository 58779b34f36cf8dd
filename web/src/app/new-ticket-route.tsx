import { useSearch } from "@tanstack/react-router";
import { NewTicketPage } from "@/features/tickets/new-ticket-page";

export function NewTicketRoute() {
  const { category } = useSearch({ from: "/signed-in/tickets/new" });
  return <NewTicketPage key={category} type="TICKET" categoryId={category} />;
}
