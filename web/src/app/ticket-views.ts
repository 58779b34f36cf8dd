import { Inbox, Layers, type LucideIcon, PenLine, Users } from "lucide-react";
import type { TicketSearch, View } from "@/features/tickets/ticket-filter";
import type { User } from "@/shared/api/types";
import { isStaff } from "@/shared/session/is-staff";

interface TicketView {
  view: View;
  search: TicketSearch;
  label: string;
  Icon: LucideIcon;
  isForAll: boolean;
}

const TICKET_VIEWS: TicketView[] = [
  { view: "mine", search: {}, label: "My tickets", Icon: Inbox, isForAll: true },
  { view: "team", search: { view: "team" }, label: "My team", Icon: Users, isForAll: false },
  { view: "all", search: { view: "all" }, label: "All tickets", Icon: Layers, isForAll: false },
  {
    view: "created",
    search: { view: "created" },
    label: "Raised by me",
    Icon: PenLine,
    isForAll: false,
  },
];

/** The lists that this person has. */
export function ticketViews(user: User): TicketView[] {
  return TICKET_VIEWS.filter(({ isForAll }) => isForAll || isStaff(user));
}
