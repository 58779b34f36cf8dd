import type { Comment, Notification, TicketSummary } from "@/shared/api/types";

/** What the server pushes; see "WebSocket" in docs/API.md. */
export type LiveMessage =
  | {
      event: "ticket:updated";
      id: string;
      at: string;
      data: { action: "created" | "updated"; ticket: TicketSummary };
    }
  | {
      event: "comment:added";
      id: string;
      at: string;
      data: { workItemId: string; type: "TICKET" | "TASK"; number: string; comment: Comment };
    }
  | { event: "notification:new"; id: string; at: string; data: Notification };

const EVENTS = ["ticket:updated", "comment:added", "notification:new"];

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
