// @vitest-environment happy-dom
import { Notifications, notifications } from "@mantine/notifications";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import BulkBar from "@/features/tickets/bulk-bar";
import type { TicketSummary } from "@/shared/api/types";
import { aTicket } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

const onKeep = vi.fn<(ids: string[]) => void>();

beforeEach(() => onKeep.mockClear());
afterEach(() => {
  notifications.clean();
  cleanup();
});

function some(count: number): TicketSummary[] {
  return Array.from({ length: count }, (_, at) => aTicket(at + 1));
}

/** Does what it is told, but gives no good answer to the call of this number. */
function server({ failsAt = 0, status = 0 } = {}) {
  const sent: string[][] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method !== "POST") return Response.json({ items: [] });
    const { ids } = (await request.json()) as { ids: string[] };
    sent.push(ids);
    if (sent.length === failsAt) {
      if (status === 0) throw new TypeError("no network");
      return Response.json({ title: "Forbidden", status, detail: "not you" }, { status });
    }
    return Response.json({ done: ids.length, failed: 0, items: ids.map((id) => ({ id })) });
  });
  return sent;
}

const words = ({ textContent }: Element) => textContent;

async function makeHigh(tickets: TicketSummary[]) {
  await renderInApp(() => (
    <>
      <Notifications />
      <BulkBar type="TICKET" selected={tickets} onKeep={onKeep} />
    </>
  ));
  fireEvent.click(await screen.findByRole("button", { name: "Priority" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "High" }));
}

test("where a later answer is lost, what is done is told and undone, and of the rest what is known", async () => {
  const sent = server({ failsAt: 2 });
  const tickets = some(450);
  await makeHigh(tickets);
  const dialog = await screen.findByRole("dialog", { name: "Not everything was changed" });
  expect(dialog.textContent).toContain("200 tickets are changed.");
  expect(dialog.textContent).toContain("Whether 200 tickets are changed is not known");
  expect(dialog.textContent).toContain("50 tickets were not sent, and are as they were.");
  expect(within(dialog).getAllByRole("link")[0]?.textContent).toBe("T-0201");
  expect(onKeep).toHaveBeenCalledWith(tickets.slice(200).map(({ id }) => id));

  fireEvent.click(within(dialog).getAllByRole("button", { name: "Close" }).at(-1) as Element);
  fireEvent.click(await screen.findByRole("button", { name: "Undo", hidden: true }));
  await vi.waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[2]).toEqual(tickets.slice(0, 200).map(({ id }) => id));
});

test("nothing is said to be unchanged of which no answer came", async () => {
  server({ failsAt: 1 });
  await makeHigh(some(2));
  const dialog = await screen.findByRole("dialog", { name: "Not everything was changed" });
  expect(dialog.textContent).toContain("Whether 2 tickets are changed is not known");
  expect(screen.queryByText("Nothing was changed")).toBeNull();
});

test("what is refused as a whole is not changed, and stays selected", async () => {
  server({ failsAt: 1, status: 403 });
  const tickets = some(2);
  await makeHigh(tickets);
  expect(await screen.findByText("Nothing was changed")).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(onKeep).toHaveBeenCalledWith(tickets.map(({ id }) => id));
});

test("statuses that none of the selected may take cannot be chosen, and it is said why", async () => {
  server();
  await renderInApp(() => <BulkBar type="TICKET" selected={some(2)} onKeep={onKeep} />);
  fireEvent.click(await screen.findByRole("button", { name: "Status" }));
  const choices = await screen.findAllByRole("menuitem");
  expect(choices.filter((each) => !each.hasAttribute("disabled")).map(words)).toEqual([
    "In progress",
    "Cancelled",
  ]);
  expect(screen.getByRole("menuitem", { name: /^Closed/ }).textContent).toBe(
    "ClosedOnly from resolved",
  );
});

test("of one alone that could not be changed it is told as of one", async () => {
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method !== "POST") return Response.json({ items: [] });
    const { ids } = (await request.json()) as { ids: string[] };
    const problem = { title: "Conflict", status: 409, detail: "not from here" };
    return Response.json({ done: 0, failed: 1, items: ids.map((id) => ({ id, problem })) });
  });
  await makeHigh(some(1));
  const dialog = await screen.findByRole("dialog", { name: "1 ticket could not be changed" });
  expect(dialog.textContent).toContain("It is as it was:");
});
