// Shows what the server tells this browser, and opens the page that it is about. It keeps nothing: the app itself
// always comes from the network.

async function openWindows() {
  return self.clients.matchAll({ type: "window", includeUncontrolled: true });
}

async function show({ title, body, link, tag, at }) {
  // Who looks at the app is told there.
  if ((await openWindows()).some((window) => window.focused)) return;
  await self.registration.showNotification(title, {
    body,
    tag,
    timestamp: Date.parse(at),
    icon: "/apple-touch-icon.png",
    data: { link },
  });
}

async function open(link) {
  const address = new URL(link, self.location.origin);
  if (address.origin !== self.location.origin) return;
  const [window] = await openWindows();
  if (!window) {
    await self.clients.openWindow(address.href);
    return;
  }
  await window.focus();
  // The app goes there by itself, so that nothing of the page is lost.
  window.postMessage({ type: "open-page", path: address.pathname + address.search });
}

self.addEventListener("push", (event) => {
  if (event.data) event.waitUntil(show(event.data.json()));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.link ?? "/"));
});
