// @vitest-environment happy-dom
import { Notifications, notifications as toasts } from "@mantine/notifications";
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { NotificationBell } from "@/features/notifications/notification-bell";
import { markAll } from "@/features/notifications/use-mark-read";
import type { Notification, UnreadCount } from "@/shared/api/types";
import { aNotification } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(() => {
  toasts.clean();
  cleanup();
});

/** Answers this list, and one count after the other, the last one for good; tells what was sent to it. */
function server(items: Notification[], counts: UnreadCount[]) {
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    const path = pathname.replace("/api/notifications", "");
    if (request.method !== "GET") {
      sent.push(`${request.method} ${path}`);
      return new Response(null, { status: 204 });
    }
    if (path !== "/unread-count") return Response.json({ items });
    return Response.json(counts.length > 1 ? counts.shift() : counts[0]);
  });
  return sent;
}

async function bell(name: string) {
  await renderInApp(() => (
    <>
      <Notifications />
      <NotificationBell />
    </>
  ));
  const button = await screen.findByRole("button", { name }, { timeout: 4_000 });
  fireEvent.click(button);
  await screen.findByRole("button", { name: "Mark all as read" });
}

const row = (id: string) =>
  screen.queryByRole("button", { name: new RegExp(`Title ${id}.*Message`) });

test("it counts all that is unread, not what is loaded alone", async () => {
  server([aNotification("a")], [{ count: 40, isMore: false }]);
  await bell("Notifications, 40 unread");
  expect(screen.getByText("9+")).toBeTruthy();
  expect(screen.getByRole("link", { name: "What you are told of" }).getAttribute("href")).toBe(
    "/settings/notifications",
  );
});

test("where more may be unread than are counted, it says so", async () => {
  server([aNotification("a")], [{ count: 100, isMore: true }]);
  await bell("Notifications, 100 or more unread");
});

test("all are marked until none is unread, and older ones that one request does not reach", async () => {
  const sent = server(
    [],
    [
      { count: 2, isMore: false },
      { count: 0, isMore: false },
    ],
  );
  await markAll(["old"]);
  expect(sent).toEqual(["PATCH /read-all", "PATCH /read-all", "PATCH /old/read"]);
});

test("it ends, though new ones come as fast as they are marked", async () => {
  const sent = server([], [{ count: 1, isMore: false }]);
  await markAll([]);
  expect(sent).toHaveLength(5);
});

test("marking all shows at once that none is unread", async () => {
  const counts = [
    { count: 12, isMore: false },
    { count: 0, isMore: false },
  ];
  const sent = server([aNotification("a", { isRead: true })], counts);
  await bell("Notifications, 12 unread");
  fireEvent.click(screen.getByRole("button", { name: "Mark all as read" }));
  await screen.findByRole("button", { name: "Notifications" });
  await vi.waitFor(() => expect(sent).toEqual(["PATCH /read-all"]));
});

test("one that is removed and taken back was never sent", async () => {
  const sent = server([aNotification("a"), aNotification("b")], [{ count: 2, isMore: false }]);
  await bell("Notifications, 2 unread");
  fireEvent.click(screen.getByRole("button", { name: "Remove: Title a" }));
  expect(row("a")).toBeNull();
  expect(screen.getByRole("button", { name: "Notifications, 1 unread" })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Remove: Title b" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(row("a")).toBeTruthy();
  act(() => toasts.clean());
  expect(sent).toEqual([]);
});

test("it is removed with the next one, or when the page is left", async () => {
  const sent = server([aNotification("a"), aNotification("b")], [{ count: 0, isMore: false }]);
  await bell("Notifications");
  fireEvent.click(screen.getByRole("button", { name: "Remove: Title a" }));
  fireEvent.click(screen.getByRole("button", { name: "Remove: Title b" }));
  await vi.waitFor(() => expect(sent).toEqual(["DELETE /a"]));
  act(() => void window.dispatchEvent(new Event("pagehide")));
  await vi.waitFor(() => expect(sent).toEqual(["DELETE /a", "DELETE /b"]));
  await screen.findByText(/^Nothing new/);
});
