import type {
  Comment,
  FeedEntry,
  ItemType,
  Notification,
  PersonRef,
  TicketSummary,
} from "@/shared/api/types";

type ItemAction = "created" | "updated" | "deleted" | "restored";

/** Where a comment or a file stands. */
interface Place {
  workItemId: string;
  type: ItemType;
  number: string;
}

/** Somebody else on the page of an item. */
export interface Viewer {
  user: PersonRef;
  isTyping: boolean;
  isInternal: boolean;
}

/** What follows from a change; a repeat has the same `id`. */
type Recorded<Event extends string, Data> = { event: Event; id: string; at: string; data: Data };

/** What people do at this moment. */
type Momentary<Event extends string, Data> = { event: Event; id?: undefined; data: Data };

/** What the server pushes; see "WebSocket" in docs/API.md. */
export type LiveMessage =
  | Recorded<"ticket:updated", { action: ItemAction; ticket: TicketSummary }>
  | Recorded<"task:updated", { action: ItemAction; task: TicketSummary }>
  | Recorded<"item:gone", Place>
  | Recorded<"comment:added" | "comment:updated", Place & { comment: Comment }>
  | Recorded<"comment:deleted", Place & { commentId: string }>
  | Recorded<"attachment:added" | "attachment:deleted", Place & { attachmentId: string }>
  | Recorded<"activity:new", FeedEntry>
  | Recorded<"notification:new", Notification>
  | Momentary<"joined", { workItemId: string; viewers: Viewer[] }>
  | Momentary<"user:viewing", { workItemId: string; user: PersonRef; isViewing: boolean }>
  | Momentary<"user:typing", Viewer & { workItemId: string }>
  | Momentary<"user:online" | "user:offline", { user: PersonRef }>
  | Momentary<"presence:state", { userIds: string[]; online: string[] }>;

const EVENTS = [
  "ticket:updated",
  "task:updated",
  "item:gone",
  "comment:added",
  "comment:updated",
  "comment:deleted",
  "attachment:added",
  "attachment:deleted",
  "activity:new",
  "notification:new",
  "joined",
  "user:viewing",
  "user:typing",
  "user:online",
  "user:offline",
  "presence:state",
];

/** Null for what is not for the app: a pong, a refusal, something newer than this version. */
export function parseLiveMessage(text: unknown): LiveMessage | null {
  if (typeof text !== "string") return null;
  try {
    const message = JSON.parse(text);
    return EVENTS.includes(message?.event) && message.data ? (message as LiveMessage) : null;
  } catch {
    return null;
  }
}
