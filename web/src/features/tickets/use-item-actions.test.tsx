// @vitest-environment happy-dom
import { Notifications, notifications } from "@mantine/notifications";
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openItem, useOpenItem } from "@/features/tickets/open-item";
import { useItemActions } from "@/features/tickets/use-item-actions";
import type { Ticket } from "@/shared/api/types";
import { aUser, ticketDetails } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

const { ticket } = ticketDetails([]);
const onWrite = vi.fn<(isInternal: boolean) => void>();
const onStatus = vi.fn<() => void>();

beforeEach(() => notifications.clean());
afterEach(cleanup);

async function shown(change: Partial<Ticket> = {}, isMuted = false) {
  await renderInApp(() => {
    const actions = useItemActions({
      ticketRef: "T-0001",
      ticket: { ...ticket, ...change },
      isMuted,
      onWrite,
      onStatus,
    });
    useOpenItem("TICKET", actions);
    return (
      <>
        <Notifications />
        <p>The ticket</p>
      </>
    );
  });
  await screen.findByText("The ticket");
}

const labels = () => openItem()?.actions.map(({ label }) => label);
const run = (label: string) =>
  openItem()
    ?.actions.find((each) => each.label === label)
    ?.run();

test("whoever handles a ticket is offered what one does to it, and nothing once it is left", async () => {
  await shown({ status: "IN_PROGRESS", allowedStatuses: ["ON_HOLD", "RESOLVED"] });
  expect(labels()).toEqual([
    "Reply",
    "Write an internal note",
    "Assign to me",
    "Change the status",
    "Resolve this ticket",
    "Copy the link",
    "Follow this ticket",
    "Mute this ticket",
  ]);
  cleanup();
  expect(openItem()).toBeNull();
});

test("whoever only raised it is offered what they may do", async () => {
  await shown(
    {
      status: "RESOLVED",
      allowedStatuses: ["CLOSED"],
      canEdit: false,
      canAssign: false,
      canCommentInternally: false,
      isWatching: true,
    },
    true,
  );
  expect(labels()).toEqual([
    "Reply",
    "Close this ticket",
    "Copy the link",
    "Unfollow this ticket",
    "Unmute this ticket",
  ]);
});

test("nobody is offered what is so already, or leads nowhere", async () => {
  const { id, name } = aUser(1);
  await shown({ assignee: { id, name }, allowedStatuses: [], canComment: false });
  expect(labels()).toEqual(["Copy the link", "Mute this ticket"]);
});

test("a reply and a note are begun where they are written, and the statuses are shown", async () => {
  await shown();
  run("Reply");
  run("Write an internal note");
  expect(onWrite.mock.calls).toEqual([[false], [true]]);
  run("Change the status");
  expect(onStatus).toHaveBeenCalledOnce();
});

test("it is assigned to me upon its version, and that can be undone", async () => {
  const { id, name } = aUser(1);
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push([new URL(request.url).pathname, request.headers.get("If-Match")]);
    return Response.json({ ...ticket, assignee: { id, name }, version: ticket.version + 1 });
  });
  await shown();
  run("Assign to me");
  expect(await screen.findByText(`nobody → ${name}`)).toBeTruthy();
  expect(sent).toEqual([[`/api/tickets/${ticket.id}/assign`, `"${ticket.version}"`]]);
  expect(screen.getByRole("button", { name: "Undo" })).toBeTruthy();
});
