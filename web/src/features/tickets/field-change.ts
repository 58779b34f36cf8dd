import type { PersonRef, Priority, Status, Ticket, TicketPatch, User } from "@/shared/api/types";
import { PRIORITY_LABEL, STATUS_LABEL } from "@/shared/lib/labels";
import { absoluteTime } from "@/shared/lib/relative-time";
import { isStaff } from "@/shared/session/is-staff";

/** One field of a ticket, or who works on it. */
export type FieldChange = TicketPatch & { assignee?: PersonRef | null };

type Field = keyof FieldChange & keyof Ticket;

const FIELD_LABEL = {
  status: "Status",
  priority: "Priority",
  assignee: "Assignee",
  teamId: "Team",
  categoryId: "Category",
  dueDate: "Due date",
  estimatedHours: "Estimate",
  tags: "Tags",
  checklist: "Checklist",
} as const satisfies Partial<Record<Field, string>>;

function fieldsOf(change: FieldChange): Field[] {
  return Object.keys(change) as Field[];
}

function value(ticket: Ticket, field: Field): string {
  const held = ticket[field] ?? null;
  // A person may have another picture by now.
  return JSON.stringify(field === "assignee" ? (ticket.assignee?.id ?? null) : held);
}

/** Whether both say the same of what was changed. */
export function isAlike(one: Ticket, other: Ticket, change: FieldChange): boolean {
  return fieldsOf(change).every((field) => value(one, field) === value(other, field));
}

/**
 * What writes back how it was before a change; null where nothing was changed, and where there is no way back: the
 * flow of status leads nowhere back, the ticket is somebody else's now, or only an admin may leave it in nobody's queue.
 */
export function changeBack(
  before: Ticket,
  after: Ticket,
  change: FieldChange,
  user: User,
): FieldChange | null {
  if (isAlike(before, after, change)) return null;
  if ("status" in change && !after.allowedStatuses.includes(before.status)) return null;
  if ("assignee" in change && !after.canAssign) return null;
  const isOfStatus = fieldsOf(change).every((field) => field === "status");
  if (!isOfStatus && !after.canEdit) return null;
  if ("teamId" in change && !before.teamId && user.role !== "ADMIN") return null;

  const back = Object.fromEntries(
    fieldsOf(change).map((field) => [field, before[field] ?? null]),
  ) as FieldChange;
  // Answers that the other category does not ask for were left behind.
  if ("categoryId" in change && value(before, "customFields") !== value(after, "customFields")) {
    back.customFields = before.customFields;
  }
  return back;
}

/** Whether this person would not see the ticket any more; mirrors the server's policy. */
export function losesSight(user: User, ticket: Ticket, change: FieldChange): boolean {
  if (user.role === "ADMIN") return false;
  const { teamId, assignee } = { ...ticket, ...change };
  const isHandled =
    isStaff(user) && ((teamId ? user.teamIds.includes(teamId) : false) || assignee?.id === user.id);
  return !isHandled && ticket.creator.id !== user.id && !ticket.isWatching;
}

/** The names of what a ticket has the ids of. */
export interface Names {
  team?: (id: string) => string | undefined;
  category?: (id: string) => string | undefined;
}

function shown(ticket: Ticket, field: Field, { team, category }: Names): string | null {
  const { teamId, categoryId, dueDate, estimatedHours, tags } = ticket;
  switch (field) {
    case "status":
      return STATUS_LABEL[ticket.status as Status];
    case "priority":
      return PRIORITY_LABEL[ticket.priority as Priority];
    case "assignee":
      return ticket.assignee?.name ?? "nobody";
    case "teamId":
      return teamId ? (team?.(teamId) ?? null) : "no team";
    case "categoryId":
      return categoryId ? (category?.(categoryId) ?? null) : "no category";
    case "dueDate":
      return dueDate ? absoluteTime(dueDate) : "no date";
    case "estimatedHours":
      return estimatedHours === null || estimatedHours === undefined
        ? "none"
        : `${estimatedHours} h`;
    case "tags":
      return tags.length > 0 ? tags.join(", ") : "none";
    default:
      return null;
  }
}

/** What is told of a change: which field, and from what to what where that can be said in a few words. */
export function changeWords(
  before: Ticket,
  after: Ticket,
  change: FieldChange,
  names: Names = {},
): { title: string; message?: string } {
  const field = fieldsOf(change)[0] ?? "status";
  const label = FIELD_LABEL[field as keyof typeof FIELD_LABEL] ?? "Details";
  const [from, to] = [shown(before, field, names), shown(after, field, names)];
  return {
    title: `${label} of ${after.number} changed`,
    message: from && to ? `${from} → ${to}` : undefined,
  };
}
