// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useChangeTicket } from "@/features/tickets/change-ticket";
import type { TicketFilter } from "@/features/tickets/ticket-filter";
import { ticketKey } from "@/features/tickets/use-ticket";
import { useTicketList } from "@/features/tickets/use-ticket-list";
import { useTicketsLive } from "@/features/tickets/use-tickets-live";
import type { TicketDetails, TicketSummary } from "@/shared/api/types";
import type { LiveMessage } from "@/shared/live/live-message";
import { aTicket, ticketDetails } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

let push: (message: LiveMessage) => void = () => {};

vi.mock("@/shared/live/use-live-message", () => ({
  useLiveMessage: (listener: typeof push) => {
    push = listener;
  },
}));

afterEach(cleanup);

const SORTED: TicketFilter = { type: "TICKET", view: "all", status: "ALL", sort: "priority" };

/** A list of a server that answers with what `items` holds; answers what was asked. */
async function list(items: () => TicketSummary[]) {
  const asked: URLSearchParams[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(new URL(request.url).searchParams);
    return Response.json({ items: items(), nextCursor: null });
  });
  await renderInApp(() => {
    useTicketsLive();
    const pages = useTicketList(SORTED).data?.pages ?? [];
    const numbers = pages.flatMap((page) => page.items.map(({ number }) => number));
    return <p>Shown: {numbers.join(" ")}</p>;
  });
  return asked;
}

function update(ticket: TicketSummary) {
  push({
    event: "ticket:updated",
    id: "evt_1",
    at: ticket.updatedAt,
    data: { action: "updated", ticket },
  });
}

test("a sorted list is asked for in its order, and read again once when things change", async () => {
  let items = [aTicket(1, { priority: "HIGH" }), aTicket(2)];
  const asked = await list(() => items);
  await screen.findByText("Shown: T-0001 T-0002");
  expect(asked[0]?.get("sort")).toBe("priority");
  expect(asked[0]?.get("order")).toBe("desc");
  expect(asked[0]?.get("limit")).toBe("100");

  const urgent = aTicket(2, { priority: "CRITICAL", version: 2 });
  const fresh = aTicket(3, { priority: "CRITICAL" });
  items = [urgent, fresh, aTicket(1, { priority: "HIGH" })];
  update(urgent);
  update(fresh);
  await screen.findByText("Shown: T-0002 T-0003 T-0001", {}, { timeout: 5000 });
  expect(asked).toHaveLength(2);
});

test("a push hides nothing that this person has just changed", async () => {
  let change: ReturnType<typeof useChangeTicket>["mutate"] = () => {};
  const { client } = await renderInApp(() => {
    useTicketsLive();
    change = useChangeTicket("T-0001").mutate;
    return <p>Open</p>;
  });
  await screen.findByText("Open");
  const details = ticketDetails([]);
  client.setQueryData(ticketKey("T-0001"), details);
  const shown = () => client.getQueryData<TicketDetails>(ticketKey("T-0001"))?.ticket;
  change({
    ticket: details.ticket,
    change: {
      optimistic: (present) => ({ ...present, tags: ["lab", "urgent"] }),
      send: () => new Promise(() => {}),
    },
  });
  await waitFor(() => expect(shown()?.tags).toEqual(["lab", "urgent"]));

  update(aTicket(1, { tags: ["lab"], priority: "HIGH", version: 2 }));
  expect(shown()).toMatchObject({ tags: ["lab", "urgent"], priority: "HIGH" });
});
