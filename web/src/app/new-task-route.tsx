import { NotFoundPage } from "@/app/not-found-page";
import { NewTicketPage } from "@/features/tickets/new-ticket-page";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

export function NewTaskRoute() {
  const user = useCurrentUser();
  return isStaff(user) ? <NewTicketPage type="TASK" /> : <NotFoundPage />;
}
