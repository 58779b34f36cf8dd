import {
  Eye,
  Inbox,
  Layers,
  ListChecks,
  ListTree,
  type LucideIcon,
  PenLine,
  SquareCheckBig,
  Trash2,
  Users,
} from "lucide-react";
import type { TicketSearch, View } from "@/features/tickets/ticket-filter";
import type { ItemType, User } from "@/shared/api/types";
import { isStaff } from "@/shared/session/is-staff";

interface ItemView {
  /** Unique among all lists. */
  id: string;
  type: ItemType;
  view: View;
  search: TicketSearch;
  label: string;
  Icon: LucideIcon;
}

function view(type: ItemType, name: View, label: string, Icon: LucideIcon): ItemView {
  return {
    id: type === "TASK" ? `tasks-${name}` : name,
    type,
    view: name,
    search: name === "mine" ? {} : { view: name },
    label,
    Icon,
  };
}

const MINE = view("TICKET", "mine", "My tickets", Inbox);
const FOLLOWED = view("TICKET", "watching", "Followed by me", Eye);
const DELETED = view("TICKET", "deleted", "Deleted tickets", Trash2);

const STAFF_TICKETS = [
  MINE,
  view("TICKET", "team", "My team", Users),
  view("TICKET", "all", "All tickets", Layers),
  view("TICKET", "created", "Raised by me", PenLine),
  FOLLOWED,
];

const STAFF_TASKS = [
  view("TASK", "mine", "My tasks", SquareCheckBig),
  view("TASK", "team", "My team’s tasks", ListChecks),
  view("TASK", "all", "All tasks", ListTree),
];

/** The lists of tickets that this person has. */
export function ticketViews(user: User): ItemView[] {
  if (!isStaff(user)) return [MINE, FOLLOWED];
  return user.role === "ADMIN" ? [...STAFF_TICKETS, DELETED] : STAFF_TICKETS;
}

/** The lists of tasks, which are the staff's own. */
export function taskViews(user: User): ItemView[] {
  return isStaff(user) ? STAFF_TASKS : [];
}
