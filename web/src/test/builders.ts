import type { Comment, TicketDetails, TicketSummary, User } from "@/shared/api/types";

function id(prefix: string, number: number): string {
  return `${prefix}_${number.toString(16).padStart(32, "0")}`;
}

export function aUser(number: number, change: Partial<User> = {}): User {
  return {
    id: id("usr", number),
    email: `person${number}@seaversity.example`,
    name: `Person ${number}`,
    role: "AGENT",
    teamIds: [],
    isActive: true,
    isInvited: false,
    version: 1,
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
    ...change,
  };
}

/** Tickets with higher numbers are newer. */
export function aTicket(number: number, change: Partial<TicketSummary> = {}): TicketSummary {
  const createdAt = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
  return {
    id: id("tkt", number),
    type: "TICKET",
    number: `T-${String(number).padStart(4, "0")}`,
    title: `Ticket ${number}`,
    status: "OPEN",
    priority: "MEDIUM",
    assignee: null,
    creator: { id: id("usr", 99), name: "Somebody" },
    teamId: null,
    categoryId: null,
    dueDate: null,
    tags: [],
    createdAt,
    updatedAt: createdAt,
    completedAt: null,
    commentCount: 0,
    version: 1,
    ...change,
  };
}

export function aComment(number: number, change: Partial<Comment> = {}): Comment {
  const createdAt = new Date(Date.UTC(2026, 0, 2) + number * 60_000).toISOString();
  return {
    id: id("cmt", number),
    workItemId: id("tkt", 1),
    author: { id: id("usr", 1), name: "Person 1" },
    authorRole: "AGENT",
    content: `<p>Comment ${number}</p>`,
    isInternal: false,
    createdAt,
    updatedAt: createdAt,
    ...change,
  };
}

export function ticketDetails(
  comments: Comment[],
  nextCursor: string | null = null,
): TicketDetails {
  return {
    ticket: {
      ...aTicket(1, { commentCount: comments.length }),
      description: "",
      allowedStatuses: ["IN_PROGRESS"],
      canEdit: true,
      canAssign: true,
      canComment: true,
      canCommentInternally: true,
      canDelete: false,
      canFollowUp: false,
      checklist: [],
      customFields: {},
      isWatching: false,
      links: [],
      watchers: [],
    },
    comments: { items: comments, nextCursor },
  };
}
