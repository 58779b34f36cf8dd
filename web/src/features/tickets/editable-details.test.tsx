// @vitest-environment happy-dom
import { Notifications, notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EditableDetails } from "@/features/tickets/editable-details";
import { ticketKey } from "@/features/tickets/use-ticket";
import type { Ticket, TicketDetails } from "@/shared/api/types";
import { aTeam, aUser, ticketDetails } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

const [MINE, OTHER] = [aTeam(1, { name: "Mine" }), aTeam(2, { name: "Other" })];
const me = aUser(1, { teamIds: [MINE.id] });
const details = ticketDetails([]);
const before: Ticket = { ...details.ticket, teamId: MINE.id, priority: "MEDIUM", version: 3 };

interface Sent {
  version: string | null;
  body: Record<string, unknown>;
}

/** A server that holds the ticket; `meanwhile` is what others change before the next request. */
function server() {
  const sent: Sent[] = [];
  const state = { ticket: before, meanwhile: null as Partial<Ticket> | null };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.url.includes("/api/teams")) return Response.json({ items: [MINE, OTHER] });
    if (request.method === "GET") return Response.json({ items: [] });
    if (state.meanwhile) {
      state.ticket = { ...state.ticket, ...state.meanwhile, version: state.ticket.version + 1 };
      state.meanwhile = null;
    }
    const version = request.headers.get("If-Match");
    const body = await request.json();
    sent.push({ version, body });
    if (version !== `"${state.ticket.version}"`) {
      const problem = { type: "/problems/stale", title: "Stale", status: 412, detail: "stale" };
      return Response.json({ ...problem, current: state.ticket }, { status: 412 });
    }
    state.ticket = { ...state.ticket, ...body, version: state.ticket.version + 1 };
    return Response.json(state.ticket);
  });
  return { sent, state };
}

function Part() {
  const { data } = useQuery<TicketDetails>({
    queryKey: ticketKey("T-0001"),
    queryFn: () => new Promise(() => undefined),
    initialData: { ...details, ticket: before },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <Notifications />
      <EditableDetails ticketRef="T-0001" ticket={data.ticket} isBeside={false} />
    </>
  );
}

async function panel() {
  const app = await renderInApp(Part, { path: "/tickets/T-0001", user: me });
  await screen.findByRole("combobox", { name: "Priority" });
  return app;
}

const field = (name: string) => screen.getByRole<HTMLInputElement>("combobox", { name });

async function choose(name: string, option: string) {
  fireEvent.click(field(name));
  fireEvent.click(await screen.findByRole("option", { name: option }));
}

beforeEach(() => notifications.clean());
afterEach(cleanup);

test("a field that was changed is put back by Undo, upon the version that the change made", async () => {
  const { sent } = server();
  await panel();
  await choose("Priority", "High");
  const toast = await screen.findByRole("alert");
  expect(toast.textContent).toContain("Priority of T-0001 changed");
  expect(toast.textContent).toContain("Medium → High");
  fireEvent.click(within(toast).getByRole("button", { name: "Undo" }));
  await vi.waitFor(() => expect(field("Priority").value).toBe("Medium"));
  expect(sent).toEqual([
    { version: '"3"', body: { priority: "HIGH" } },
    { version: '"4"', body: { priority: "MEDIUM" } },
  ]);
});

test("Undo leaves what others changed elsewhere, and does not overwrite what they made of the same", async () => {
  const { sent, state } = server();
  await panel();
  await choose("Priority", "High");
  const undo = await screen.findByRole("button", { name: "Undo" });
  state.meanwhile = { title: "Theirs" };
  fireEvent.click(undo);
  await vi.waitFor(() => expect(sent.at(-1)?.version).toBe('"5"'));
  await vi.waitFor(() => expect(state.ticket).toMatchObject({ priority: "MEDIUM", version: 6 }));
  await vi.waitFor(() => expect(screen.queryByRole("button", { name: "Undo" })).toBeNull());

  await choose("Priority", "Low");
  const again = await screen.findByRole("button", { name: "Undo" });
  state.meanwhile = { priority: "CRITICAL" };
  fireEvent.click(again);
  expect(await screen.findByText("Not undone: it was changed meanwhile")).toBeTruthy();
  await vi.waitFor(() => expect(field("Priority").value).toBe("Critical"));
});

test("what is changed twice is undone from the last toast only", async () => {
  server();
  await panel();
  await choose("Priority", "High");
  await screen.findByText("Medium → High");
  await choose("Priority", "Low");
  await screen.findByText("High → Low");
  await vi.waitFor(() => expect(screen.getAllByRole("button", { name: "Undo" })).toHaveLength(1));
});

test("a move out of one's own sight is asked about first, and leads back to the list", async () => {
  const { sent, state } = server();
  const { href } = await panel();
  await vi.waitFor(() => expect(field("Team").value).toBe("Mine"));
  await choose("Team", "Other");
  const dialog = await screen.findByRole("dialog", { name: "Give T-0001 to Other?" });
  fireEvent.click(within(dialog).getByRole("button", { name: "Cancel" }));
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(field("Team").value).toBe("Mine");
  expect(sent).toEqual([]);

  await choose("Team", "Other");
  fireEvent.click(await screen.findByRole("button", { name: "Give it away" }));
  expect(await screen.findByText("T-0001 was given to Other")).toBeTruthy();
  expect(screen.getByText("You do not see this ticket any more.")).toBeTruthy();
  await vi.waitFor(() => expect(href()).toBe("/tickets"));
  expect(state.ticket.teamId).toBe(OTHER.id);
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});
