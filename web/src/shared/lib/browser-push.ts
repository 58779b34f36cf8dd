/** Whether this browser can be told of things while the app is not open. */
export type PushState = "unsupported" | "blocked" | "off" | "on";

/** What the server needs to know of a browser in order to tell it. */
export interface BrowserAddress {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

const WORKER = "/push-worker.js";
const OWNER = "push-for";

const isSupported = () =>
  "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** Whose browser this is, for pushes: somebody else who signs in here later is not told by it unasked. */
const owner = {
  is: (userId: string) => localStorage.getItem(OWNER) === userId,
  set: (userId: string) => localStorage.setItem(OWNER, userId),
  clear: () => localStorage.removeItem(OWNER),
};

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Whether the browser was asked with this key; one that does not say counts as such. */
function isFor(publicKey: string, { options }: PushSubscription): boolean {
  const used = options?.applicationServerKey;
  if (!used) return true;
  const wanted = bytes(publicKey);
  const known = new Uint8Array(used);
  return known.length === wanted.length && known.every((byte, place) => byte === wanted[place]);
}

function address(of: PushSubscription): BrowserAddress {
  const { endpoint = "", keys = {} } = of.toJSON();
  return { endpoint, keys: { p256dh: keys.p256dh ?? "", auth: keys.auth ?? "" } };
}

export async function pushState(userId: string): Promise<PushState> {
  if (!isSupported()) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  return owner.is(userId) && (await subscription()) ? "on" : "off";
}

/** Asks the person, and then the browser; null where the person said no. */
export async function startPush(userId: string, publicKey: string): Promise<BrowserAddress | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  await navigator.serviceWorker.register(WORKER);
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  if (known && !(owner.is(userId) && isFor(publicKey, known))) await known.unsubscribe();
  const started = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(publicKey),
  });
  owner.set(userId);
  return address(started);
}

/** Has the browser forget that it is to tell. */
export async function stopPush(): Promise<void> {
  owner.clear();
  await (await subscription())?.unsubscribe();
}

/**
 * What the server is to be told anew: a browser's address can change, and it is told as long as a sign-in lasts. Null
 * where this browser does not tell this person; if it told another, it does so no longer.
 */
export async function renewedPush(
  userId: string,
  publicKey: () => Promise<string>,
): Promise<BrowserAddress | null> {
  if (!isSupported() || Notification.permission !== "granted") return null;
  const known = await subscription();
  if (!known) return null;
  if (!owner.is(userId)) {
    await stopPush();
    return null;
  }
  const key = await publicKey();
  return isFor(key, known) ? address(known) : startPush(userId, key);
}
