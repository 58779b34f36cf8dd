// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { NotificationBell } from "@/features/notifications/notification-bell";
import { useReadWhenSeen } from "@/features/notifications/use-read-when-seen";
import type { Notification } from "@/shared/api/types";
import { useShowItem } from "@/shared/lib/shown-item";
import { aNotification } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

const TICKET = "tkt_1";

afterEach(cleanup);

/** Tells what was sent to it, and how often the list was read; where it fails, it keeps all as it is. */
function server(items: Notification[], { fails = false } = {}) {
  const sent: string[] = [];
  const read = { lists: 0 };
  let unread = items.filter(({ isRead }) => !isRead).length;
  vi.stubGlobal("fetch", async (request: Request) => {
    const path = new URL(request.url).pathname.replace("/api/notifications", "");
    if (request.method === "GET") {
      if (path === "/unread-count") return Response.json({ count: unread, isMore: false });
      read.lists += 1;
      return Response.json({ items });
    }
    sent.push(`${request.method} ${path}`);
    if (fails) return Response.json({ title: "No", status: 500 }, { status: 500 });
    unread -= 1;
    return new Response(null, { status: 204 });
  });
  return { sent, read };
}

async function app(isOpen = true) {
  await renderInApp(() => {
    const [isShown, setShown] = useState(isOpen);
    useReadWhenSeen();
    useShowItem(isShown ? TICKET : undefined);
    return (
      <>
        <NotificationBell />
        <button type="button" onClick={() => setShown(true)}>
          Open the ticket
        </button>
      </>
    );
  });
}

test("what is unread of the ticket that is seen is read, and nothing else", async () => {
  const { sent } = server([
    aNotification("a", { workItemId: TICKET }),
    aNotification("b", { workItemId: "tkt_2" }),
    aNotification("c", { workItemId: TICKET, isRead: true }),
    aNotification("d", { link: `/tickets/${TICKET}` }),
  ]);
  await app(false);
  await screen.findByRole("button", { name: "Notifications, 3 unread" });
  expect(sent).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Open the ticket" }));
  await screen.findByRole("button", { name: "Notifications, 1 unread" });
  expect(sent).toEqual(["PATCH /a/read", "PATCH /d/read"]);
});

test("where nothing is unread, nothing is sent", async () => {
  const { sent } = server([aNotification("a", { workItemId: TICKET, isRead: true })]);
  await app();
  await screen.findByRole("button", { name: "Notifications" });
  expect(sent).toEqual([]);
});

test("one that cannot be marked is not sent again and again", async () => {
  const { sent, read } = server([aNotification("a", { workItemId: TICKET })], { fails: true });
  await app();
  await vi.waitFor(() => expect(read.lists).toBe(2));
  await screen.findByRole("button", { name: "Notifications, 1 unread" });
  expect(sent).toEqual(["PATCH /a/read"]);
});
