import { NewTicketPage } from "@/features/tickets/new-ticket-page";

export function NewTicketRoute() {
  return <NewTicketPage type="TICKET" />;
}
