import ReconnectingWebSocket from "partysocket/ws";
import { api, unwrap } from "@/shared/api/client";
import { type LiveMessage, parseLiveMessage } from "@/shared/live/live-message";
import { setLiveState } from "@/shared/live/live-state";
import { seenMessages } from "@/shared/live/seen-messages";

// The gateway ends a connection that was silent for ten minutes.
const PING_MS = 5 * 60_000;

type MessageListener = (message: LiveMessage) => void;
type OpenListener = () => void;

const messageListeners = new Set<MessageListener>();
const openListeners = new Set<OpenListener>();
const rooms = new Map<string, number>();
let socket: ReconnectingWebSocket | null = null;

function send(action: string, ticketId?: string) {
  // What is not sent now is sent at the next opening, from `rooms`; so nothing is queued.
  if (socket?.readyState === WebSocket.OPEN) {
    socket.send(JSON.stringify(ticketId ? { action, ticketId } : { action }));
  }
}

async function address(): Promise<string> {
  // A token opens one connection and lives a minute, so each attempt fetches its own.
  const { token } = await unwrap(api.POST("/api/auth/websocket-token"));
  const url = new URL("/ws", window.location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("token", token);
  return url.href;
}

/** Opens the connection of the signed-in person and keeps it open; answers how to end it. */
export function openLiveConnection(): () => void {
  const seen = seenMessages();
  let wasOpen = false;
  const current = new ReconnectingWebSocket(address, [], {
    minReconnectionDelay: 500,
    maxReconnectionDelay: 15_000,
    reconnectionDelayGrowFactor: 1.6,
    connectionTimeout: 8_000,
    maxEnqueuedMessages: 0,
  });
  socket = current;
  const interrupted = () =>
    setLiveState(navigator.onLine ? (wasOpen ? "reconnecting" : "connecting") : "offline");

  current.addEventListener("open", () => {
    wasOpen = true;
    setLiveState("live");
    for (const ticketId of rooms.keys()) send("join:ticket", ticketId);
    for (const listener of openListeners) listener();
  });
  current.addEventListener("message", ({ data }) => {
    const message = parseLiveMessage(data);
    if (!message || seen.isRepeat(message.event, message.id)) return;
    for (const listener of messageListeners) listener(message);
  });
  current.addEventListener("close", interrupted);
  current.addEventListener("error", interrupted);

  const onOnline = () => current.reconnect();
  const onOffline = () => setLiveState("offline");
  window.addEventListener("online", onOnline);
  window.addEventListener("offline", onOffline);
  const ping = setInterval(() => send("ping"), PING_MS);

  return () => {
    clearInterval(ping);
    window.removeEventListener("online", onOnline);
    window.removeEventListener("offline", onOffline);
    current.removeEventListener("close", interrupted);
    current.close();
    if (socket === current) socket = null;
    setLiveState("connecting");
  };
}

export function onLiveMessage(listener: MessageListener): () => void {
  messageListeners.add(listener);
  return () => {
    messageListeners.delete(listener);
  };
}

/** Each time the connection opens, the first time too: what happened before may have been missed. */
export function onLiveOpen(listener: OpenListener): () => void {
  openListeners.add(listener);
  return () => {
    openListeners.delete(listener);
  };
}

/** Stays in a ticket's room, over reconnects, until the answered function is called. */
export function joinTicketRoom(ticketId: string): () => void {
  const present = rooms.get(ticketId) ?? 0;
  rooms.set(ticketId, present + 1);
  if (present === 0) send("join:ticket", ticketId);
  return () => {
    const left = (rooms.get(ticketId) ?? 1) - 1;
    if (left > 0) {
      rooms.set(ticketId, left);
    } else {
      rooms.delete(ticketId);
      send("leave:ticket", ticketId);
    }
  };
}
