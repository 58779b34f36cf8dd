import ReconnectingWebSocket from "partysocket/ws";
import { api, unwrap } from "@/shared/api/client";
import type { ItemType } from "@/shared/api/types";
import { type LiveMessage, parseLiveMessage } from "@/shared/live/live-message";
import { setLiveState } from "@/shared/live/live-state";
import { seenMessages } from "@/shared/live/seen-messages";

// The gateway ends a connection that was silent for ten minutes.
const PING_MS = 5 * 60_000;

// Somebody whose line broke without a word is gone from a room with the next look at it.
const LOOK_MS = 2 * 60_000;

// The server may see two messages in another order: who comes back at once has not left.
const LEAVE_MS = 500;

interface Room {
  type: ItemType;
  id: string;
}

type MessageListener = (message: LiveMessage) => void;
type OpenListener = () => void;

const messageListeners = new Set<MessageListener>();
const openListeners = new Set<OpenListener>();
const rooms = new Map<string, Room & { count: number }>();
let socket: ReconnectingWebSocket | null = null;

/** Says something to the server, if the line is open; what is not said now is not queued. */
export function sendLive(action: string, about: Record<string, unknown> = {}) {
  if (socket && socket.readyState === socket.OPEN)
    socket.send(JSON.stringify({ action, ...about }));
}

function sendRoom(word: "join" | "leave", { type, id }: Room) {
  if (type === "TASK") sendLive(`${word}:task`, { taskId: id });
  else sendLive(`${word}:ticket`, { ticketId: id });
}

// Joining again changes nothing, and is answered with who is there.
function joinAll() {
  for (const room of rooms.values()) sendRoom("join", room);
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
    joinAll();
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
  const ping = setInterval(() => sendLive("ping"), PING_MS);
  const look = setInterval(joinAll, LOOK_MS);

  return () => {
    clearInterval(ping);
    clearInterval(look);
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

/** Stays in the room of a ticket or a task, over reconnects, until the answered function is called. */
export function joinRoom(type: ItemType, id: string): () => void {
  const room = rooms.get(id) ?? { type, id, count: 0 };
  room.count += 1;
  rooms.set(id, room);
  // Once more is answered with who is there.
  if (room.count === 1) sendRoom("join", room);
  return () => {
    room.count -= 1;
    setTimeout(() => {
      if (room.count > 0 || rooms.get(id) !== room) return;
      rooms.delete(id);
      sendRoom("leave", room);
    }, LEAVE_MS);
  };
}
