import { useMediaQuery } from "@mantine/hooks";
import { Navigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { NotFoundPage } from "@/app/not-found-page";
import {
  type TicketFilter,
  type TicketSearch,
  ticketFilter,
} from "@/features/tickets/ticket-filter";
import { TicketListSkeleton } from "@/features/tickets/ticket-list-skeleton";
import { itemTarget } from "@/shared/lib/item-words";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const TicketListPage = lazy(() => import("@/features/tickets/ticket-list-page"));
const MyTicketsPage = lazy(() => import("@/features/tickets/portal/my-tickets-page"));

/** Requesters have a list of their own, with what waits for them in front. */
export function TicketListRoute() {
  const search = useSearch({ from: "/signed-in/tickets" });
  const user = useCurrentUser();
  if (isStaff(user)) return <StaffList filter={ticketFilter("TICKET", search)} search={search} />;
  // Somebody on the staff has shared what stands beside their list.
  if (search.open) return <Navigate {...itemTarget({ number: search.open })} replace />;
  const view = search.view === "watching" ? "watching" : "mine";
  return (
    <Suspense>
      <MyTicketsPage key={view} view={view} />
    </Suspense>
  );
}

/** Tasks are the staff's own. */
export function TaskListRoute() {
  const search = useSearch({ from: "/signed-in/tasks" });
  const user = useCurrentUser();
  return isStaff(user) ? (
    <StaffList filter={ticketFilter("TASK", search)} search={search} />
  ) : (
    <NotFoundPage />
  );
}

interface StaffListProps {
  filter: TicketFilter;
  search: TicketSearch;
}

function StaffList({ filter, search }: StaffListProps) {
  const isWide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  return (
    <Suspense fallback={<TicketListSkeleton type={filter.type} isWide={isWide} />}>
      <TicketListPage filter={filter} asked={search.open} saved={search.saved} />
    </Suspense>
  );
}
