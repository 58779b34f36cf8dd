import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ItemTab, TicketPage } from "@/features/tickets/ticket-page";

export function TicketRoute() {
  const from = "/signed-in/tickets/$ticketRef";
  const { ticketRef } = useParams({ from });
  const { tab } = useSearch({ from });
  const onTab = useTabInAddress();
  // A page of its own for each ticket: what is typed for one is never shown at another.
  return <TicketPage key={ticketRef} type="TICKET" ticketRef={ticketRef} tab={tab} onTab={onTab} />;
}

export function TaskRoute() {
  const from = "/signed-in/tasks/$ticketRef";
  const { ticketRef } = useParams({ from });
  const { tab } = useSearch({ from });
  const onTab = useTabInAddress();
  return <TicketPage key={ticketRef} type="TASK" ticketRef={ticketRef} tab={tab} onTab={onTab} />;
}

/** A reload and the way back find the tab that was shown; the way back leaves the ticket, not the tab. */
function useTabInAddress() {
  const navigate = useNavigate();
  return (tab: ItemTab) =>
    void navigate({
      to: ".",
      search: tab === "activity" ? { tab } : {},
      replace: true,
      resetScroll: false,
    });
}
