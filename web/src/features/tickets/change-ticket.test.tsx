// @vitest-environment happy-dom
import type { QueryClient } from "@tanstack/react-query";
import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useChangeTicket, withPending } from "@/features/tickets/change-ticket";
import { ticketKey } from "@/features/tickets/use-ticket";
import { ApiError } from "@/shared/api/api-error";
import type { Ticket, TicketDetails } from "@/shared/api/types";
import { ticketDetails } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

const REF = "T-0001";

interface Asked {
  upon: Ticket;
  answer: (ticket: Ticket) => void;
  refuse: (error: unknown) => void;
}

const checklist = (...texts: string[]) => texts.map((text) => ({ text, isDone: false }));

function shown(client: QueryClient): string[] | undefined {
  const details = client.getQueryData<TicketDetails>(ticketKey(REF));
  return details?.ticket.checklist.map(({ text }) => text);
}

/** A ticket that is open, and a server that answers when the test says so. */
async function open() {
  const asked: Asked[] = [];
  let mutate: ReturnType<typeof useChangeTicket>["mutate"] = () => {};
  const { client } = await renderInApp(() => {
    mutate = useChangeTicket(REF).mutate;
    return <p>Open</p>;
  });
  await screen.findByText("Open");
  client.setQueryData(ticketKey(REF), ticketDetails([]));
  const { ticket } = ticketDetails([]);
  const change = (...texts: string[]) =>
    mutate({
      ticket,
      change: {
        optimistic: (present) => ({ ...present, checklist: checklist(...texts) }),
        send: (upon) =>
          new Promise((answer, refuse) => {
            asked.push({ upon, answer, refuse });
          }),
      },
    });
  const saved = (version: number, ...texts: string[]): Ticket => ({
    ...ticket,
    version,
    checklist: checklist(...texts),
  });
  return { client, asked, change, saved };
}

test("the answer to one change hides none of those that wait behind it", async () => {
  const { client, asked, change, saved } = await open();
  change("one");
  change("one", "two");
  await waitFor(() => expect(shown(client)).toEqual(["one", "two"]));
  expect(asked).toHaveLength(1);

  asked[0]?.answer(saved(2, "one"));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]?.upon.version).toBe(2);
  expect(shown(client)).toEqual(["one", "two"]);
  const pushed = withPending(client, REF, saved(3, "one"));
  expect(pushed.checklist.map(({ text }) => text)).toEqual(["one", "two"]);

  asked[1]?.answer(saved(3, "one", "two"));
  await waitFor(() => expect(client.isMutating()).toBe(0));
  expect(shown(client)).toEqual(["one", "two"]);
});

test("what waited behind a change that came too late is not sent upon what nobody saw", async () => {
  const { client, asked, change, saved } = await open();
  change("one");
  change("one", "two");
  await waitFor(() => expect(asked).toHaveLength(1));
  const problem = { current: saved(2, "theirs") } as unknown as ApiError["problem"];
  asked[0]?.refuse(new ApiError(412, problem));
  await waitFor(() => expect(client.isMutating()).toBe(0));
  expect(asked).toHaveLength(1);
  expect(shown(client)).toEqual(["theirs"]);
});

test("a change that is refused takes only itself back", async () => {
  const { client, asked, change, saved } = await open();
  change("one");
  await waitFor(() => expect(asked).toHaveLength(1));
  change("two");
  await waitFor(() => expect(shown(client)).toEqual(["two"]));
  asked[0]?.refuse(new ApiError(500, null));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(shown(client)).toEqual(["two"]);
  asked[1]?.answer(saved(2, "two"));
  await waitFor(() => expect(client.isMutating()).toBe(0));
  expect(shown(client)).toEqual(["two"]);
});
