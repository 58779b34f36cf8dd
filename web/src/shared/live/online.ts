import { onLiveMessage, onLiveOpen, sendLive } from "@/shared/live/live-connection";

/** As many as one question may name. */
const MOST_ASKED = 50;

/** What is shown is asked for again after so long: not everybody's coming and going is told. */
const AGAIN_MS = 60_000;

/** A page that is loaded anew goes and comes; nobody needs to see that. */
const GONE_MS = 5_000;

const online = new Set<string>();
const wanted = new Map<string, number>();
const going = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();
let question: ReturnType<typeof setTimeout> | undefined;
const unasked = new Set<string>();

function tell() {
  for (const listener of listeners) listener();
}

function set(id: string, isOnline: boolean) {
  clearTimeout(going.get(id));
  going.delete(id);
  if (online.has(id) === isOnline) return;
  if (isOnline) online.add(id);
  else online.delete(id);
  tell();
}

function ask(ids: Iterable<string>) {
  const all = [...ids];
  for (let at = 0; at < all.length; at += MOST_ASKED) {
    sendLive("presence:ask", { userIds: all.slice(at, at + MOST_ASKED) });
  }
}

// All that a page shows is asked for at once.
function askSoon(id: string) {
  unasked.add(id);
  if (question !== undefined) return;
  question = setTimeout(() => {
    question = undefined;
    ask(unasked);
    unasked.clear();
  }, 30);
}

/** Follows who is online, while the connection is kept; answers how to end it. */
export function followOnline(): () => void {
  const endMessages = onLiveMessage(({ event, data }) => {
    if (event === "user:online") set(data.user.id, true);
    if (event === "user:offline") {
      const { id } = data.user;
      clearTimeout(going.get(id));
      going.set(
        id,
        setTimeout(() => set(id, false), GONE_MS),
      );
    }
    if (event === "presence:state") {
      for (const id of data.userIds) set(id, data.online.includes(id));
    }
  });
  const endOpen = onLiveOpen(() => ask(wanted.keys()));
  const again = setInterval(() => ask(wanted.keys()), AGAIN_MS);
  return () => {
    clearInterval(again);
    endOpen();
    endMessages();
    for (const timer of going.values()) clearTimeout(timer);
    going.clear();
    online.clear();
    tell();
  };
}

export function isOnline(id: string): boolean {
  return online.has(id);
}

/** Calls the listener when somebody comes or goes, and keeps asking after this person. */
export function subscribeOnline(id: string, listener: () => void): () => void {
  // What is offered beside people, as "nobody", is never online.
  if (!id.startsWith("usr_")) return () => {};
  listeners.add(listener);
  const count = wanted.get(id) ?? 0;
  wanted.set(id, count + 1);
  if (count === 0) askSoon(id);
  return () => {
    listeners.delete(listener);
    const left = (wanted.get(id) ?? 1) - 1;
    if (left > 0) wanted.set(id, left);
    else wanted.delete(id);
  };
}
