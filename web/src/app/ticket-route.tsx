import { useParams } from "@tanstack/react-router";
import { TicketPage } from "@/features/tickets/ticket-page";

export function TicketRoute() {
  const { ticketRef } = useParams({ from: "/signed-in/tickets/$ticketRef" });
  // A page of its own for each ticket: what is typed for one is never shown at another.
  return <TicketPage key={ticketRef} type="TICKET" ticketRef={ticketRef} />;
}

export function TaskRoute() {
  const { ticketRef } = useParams({ from: "/signed-in/tasks/$ticketRef" });
  return <TicketPage key={ticketRef} type="TASK" ticketRef={ticketRef} />;
}
