import type { Comment, ItemType, Notification, TicketSummary } from "@/shared/api/types";

type ItemAction = "created" | "updated" | "deleted" | "restored";

/** Where a comment stands. */
interface CommentPlace {
  workItemId: string;
  type: ItemType;
  number: string;
}

/** What the server pushes; see "WebSocket" in docs/API.md. */
export type LiveMessage =
  | {
      event: "ticket:updated";
      id: string;
      at: string;
      data: { action: ItemAction; ticket: TicketSummary };
    }
  | {
      event: "task:updated";
      id: string;
      at: string;
      data: { action: ItemAction; task: TicketSummary };
    }
  | {
      event: "comment:added" | "comment:updated";
      id: string;
      at: string;
      data: CommentPlace & { comment: Comment };
    }
  | { event: "comment:deleted"; id: string; at: string; data: CommentPlace & { commentId: string } }
  | { event: "notification:new"; id: string; at: string; data: Notification };

const EVENTS = [
  "ticket:updated",
  "task:updated",
  "comment:added",
  "comment:updated",
  "comment:deleted",
  "notification:new",
];

/** Null for what is not for the app: a pong, a confirmation, something newer than this version. */
export function parseLiveMessage(text: unknown): LiveMessage | null {
  if (typeof text !== "string") return null;
  try {
    const message = JSON.parse(text);
    return EVENTS.includes(message?.event) && message.data ? (message as LiveMessage) : null;
  } catch {
    return null;
  }
}
