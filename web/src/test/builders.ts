import type {
  Activity,
  Category,
  Comment,
  FeedEntry,
  Notification,
  SavedView,
  SystemSettings,
  Team,
  TeamStatistics,
  TicketDetails,
  TicketSummary,
  User,
  WorkFigures,
} from "@/shared/api/types";

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

export function aTeam(number: number, change: Partial<Team> = {}): Team {
  return {
    id: id("team", number),
    name: `Team ${number}`,
    description: null,
    color: null,
    manager: null,
    version: 1,
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
    ...change,
  };
}

export function aCategory(number: number, change: Partial<Category> = {}): Category {
  return {
    id: id("cat", number),
    name: `Category ${number}`,
    fields: [],
    isDeleted: false,
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
    mentions: [],
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
    isMuted: false,
  };
}

/** What somebody did; the number is how many minutes later than others. */
export function anActivity(number: number, change: Partial<Activity> = {}): Activity {
  return {
    id: id("act", number),
    action: "UPDATED",
    actor: { id: id("usr", 1), name: "Person 1" },
    changes: [],
    createdAt: new Date(Date.UTC(2026, 0, 2) + number * 60_000).toISOString(),
    ...change,
  };
}

/** Entries with higher numbers are newer, a minute each. */
export function anEntry(number: number, change: Partial<FeedEntry> = {}): FeedEntry {
  const ticket = aTicket(number);
  return {
    id: id("act", number),
    workItemId: ticket.id,
    actor: { id: id("usr", 1), name: "Person 1" },
    action: "UPDATED",
    changes: [],
    commentId: null,
    createdAt: ticket.createdAt,
    item: { id: ticket.id, type: ticket.type, number: ticket.number },
    title: ticket.title,
    userId: null,
    teamId: null,
    categoryId: null,
    ...change,
  };
}

export function aView(number: number, change: Partial<SavedView> = {}): SavedView {
  return {
    id: id("view", number),
    name: `View ${number}`,
    itemType: "TICKET",
    filter: { whose: "mine" },
    columns: [],
    sharing: { with: "NOBODY" },
    owner: { id: id("usr", 1), name: "Person 1" },
    canEdit: true,
    version: 1,
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
    ...change,
  };
}

/** Those of a new deployment. */
export function systemSettings(change: Partial<SystemSettings> = {}): SystemSettings {
  return {
    name: "Seaversity",
    defaultTimeZone: "UTC",
    emailNotifications: true,
    dailySummaries: true,
    requesterPriorityCap: "HIGH",
    followUpAfterDays: 14,
    moodleIntegration: false,
    moodleUrl: null,
    limits: {
      requestsPerSecond: 100,
      requestsAtOnce: 200,
      attachmentBytes: 50 * 1024 * 1024,
      bulkItems: 200,
    },
    version: 3,
    ...change,
  };
}

/** Of a team without work. */
export function figures(change: Partial<WorkFigures> = {}): WorkFigures {
  return {
    active: 0,
    byStatus: (["OPEN", "IN_PROGRESS", "ON_HOLD"] as const).map((status) => ({ status, count: 0 })),
    byPriority: (["CRITICAL", "HIGH", "MEDIUM", "LOW"] as const).map((priority) => ({
      priority,
      count: 0,
    })),
    unassigned: 0,
    byAssignee: [],
    created: 0,
    completed: 0,
    reopened: 0,
    meanCompletionMinutes: null,
    ...change,
  };
}

export function teamStatistics(change: Partial<TeamStatistics> = {}): TeamStatistics {
  const since = new Date(Date.now() - 29 * 24 * 60 * 60_000).toISOString().slice(0, 10);
  return { since, tickets: figures(), tasks: figures(), days: [], ...change };
}

export function aNotification(id: string, change: Partial<Notification> = {}): Notification {
  return {
    id,
    type: "TICKET_UPDATED",
    title: `Title ${id}`,
    message: "Message",
    isRead: false,
    count: 1,
    createdAt: "2026-11-24T10:00:00.000Z",
    ...change,
  };
}
