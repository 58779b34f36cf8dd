import { useSearch } from "@tanstack/react-router";
import { NotFoundPage } from "@/app/not-found-page";
import { ticketFilter } from "@/features/tickets/ticket-filter";
import { TicketListPage } from "@/features/tickets/ticket-list-page";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

export function TicketListRoute() {
  const search = useSearch({ from: "/signed-in/tickets" });
  return <TicketListPage filter={ticketFilter("TICKET", search)} />;
}

/** Tasks are the staff's own. */
export function TaskListRoute() {
  const search = useSearch({ from: "/signed-in/tasks" });
  const user = useCurrentUser();
  return isStaff(user) ? (
    <TicketListPage filter={ticketFilter("TASK", search)} />
  ) : (
    <NotFoundPage />
  );
}
