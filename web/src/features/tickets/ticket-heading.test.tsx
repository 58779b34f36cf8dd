// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TicketHeading } from "@/features/tickets/ticket-heading";
import { ticketKey } from "@/features/tickets/use-ticket";
import type { Ticket, TicketDetails } from "@/shared/api/types";
import { ticketDetails } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

vi.mock("@/shared/ui/lazy-rich-text-editor", () => ({
  LazyRichTextEditor: (props: {
    label: string;
    value: string;
    onChange: (html: string) => void;
  }) => (
    <textarea
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  ),
}));

const details = ticketDetails([]);
const before: Ticket = { ...details.ticket, title: "Old", description: "<p>old</p>", version: 3 };

interface Sent {
  version: string | null;
  body: Partial<Ticket>;
}

/** A server that holds the ticket as it is given here, and refuses a change of another version. */
function server(ticket: Ticket) {
  let present = ticket;
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const version = request.headers.get("If-Match");
    const body = await request.json();
    sent.push({ version, body });
    if (version !== `"${present.version}"`) {
      const problem = { type: "/problems/stale", title: "Stale", status: 412, detail: "stale" };
      return Response.json({ ...problem, code: "stale", current: present }, { status: 412 });
    }
    present = { ...present, ...body, version: present.version + 1 };
    return Response.json(present);
  });
  return sent;
}

async function heading(change: Partial<Ticket> = {}) {
  const ticket = { ...before, ...change };
  const { client } = await renderInApp(() => (
    <TicketHeading id="title" ticketRef="T-0001" ticket={ticket} />
  ));
  client.setQueryData<TicketDetails>(ticketKey("T-0001"), { ...details, ticket });
  await screen.findByRole("heading", { level: 1 });
  return () => client.getQueryData<TicketDetails>(ticketKey("T-0001"))?.ticket;
}

const edit = () => screen.queryByRole("button", { name: "Edit" });
const form = () => screen.queryByRole("form", { name: "Edit ticket" });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${name}`));

function type(name: string, value: string) {
  fireEvent.change(field(name), { target: { value } });
}

function save() {
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
}

beforeEach(() => localStorage.clear());
afterEach(cleanup);

test("who may not change the ticket is not offered to", async () => {
  await heading({ canEdit: false });
  expect(edit()).toBeNull();
});

test("the change is sent upon the version that was read, and the keyboard returns", async () => {
  const sent = server(before);
  const present = await heading();
  fireEvent.click(edit() as HTMLElement);
  type("Title", " New ");
  save();
  await vi.waitFor(() => expect(form()).toBeNull());
  expect(sent).toEqual([{ version: '"3"', body: { title: "New" } }]);
  expect(present()).toMatchObject({ title: "New", version: 4 });
  expect(document.activeElement).toBe(edit());
});

test.each(["Escape", "Cancel"])("%s leaves the ticket as it was", async (how) => {
  const sent = server(before);
  await heading();
  fireEvent.click(edit() as HTMLElement);
  type("Title", "New");
  if (how === "Cancel") fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  else fireEvent.keyDown(field("Title"), { key: "Escape" });
  expect(form()).toBeNull();
  expect(document.activeElement).toBe(edit());
  fireEvent.click(edit() as HTMLElement);
  expect(field("Title").value).toBe("Old");
  expect(sent).toEqual([]);
});

test("a title is needed, and nothing is sent when nothing was changed", async () => {
  const sent = server(before);
  await heading();
  fireEvent.click(edit() as HTMLElement);
  type("Title", " ");
  save();
  expect(screen.getByText("Say in a few words what is wrong")).toBeTruthy();
  type("Title", "Old");
  save();
  expect(form()).toBeNull();
  expect(sent).toEqual([]);
});

test("where others changed the same, theirs is shown, mine is kept, and nothing is overwritten", async () => {
  const sent = server({ ...before, title: "Theirs", version: 5 });
  const present = await heading();
  fireEvent.click(edit() as HTMLElement);
  type("Title", "Mine");
  save();
  const shown = await screen.findByRole("region", { name: "Their title" });
  expect(within(shown).getByText("Theirs")).toBeTruthy();
  expect(screen.queryByRole("region", { name: "Their description" })).toBeNull();
  expect(field("Title").value).toBe("Mine");
  expect(present()).toMatchObject({ title: "Theirs", version: 5 });
  expect(sent).toHaveLength(1);

  await vi.waitFor(() =>
    expect(screen.getByRole("button", { name: "Save" })).toHaveProperty("disabled", false),
  );
  save();
  await vi.waitFor(() => expect(form()).toBeNull());
  expect(sent[1]).toEqual({ version: '"5"', body: { title: "Mine" } });
});

test("where others changed something else, the change is made upon it", async () => {
  const sent = server({ ...before, description: "<p>theirs</p>", status: "ON_HOLD", version: 5 });
  const present = await heading();
  fireEvent.click(edit() as HTMLElement);
  type("Title", "Mine");
  save();
  await vi.waitFor(() => expect(form()).toBeNull());
  expect(sent.map(({ version }) => version)).toEqual(['"3"', '"5"']);
  expect(present()).toMatchObject({ title: "Mine", description: "<p>theirs</p>", version: 6 });
});

test("what the server says about a field stands at the field, and the text is kept", async () => {
  vi.stubGlobal("fetch", async () =>
    Response.json(
      {
        type: "/problems/validation",
        title: "A field breaks a rule",
        status: 422,
        code: "validation",
        errors: [{ field: "title", rule: "must be one line" }],
      },
      { status: 422 },
    ),
  );
  await heading();
  fireEvent.click(edit() as HTMLElement);
  type("Title", "Mine");
  save();
  expect(await screen.findByText("Must be one line")).toBeTruthy();
  expect(field("Title").value).toBe("Mine");
});

test("an edit that was left is there again when the page is", async () => {
  await heading();
  fireEvent.click(edit() as HTMLElement);
  type("Description", "<p>half a sentence</p>");
  cleanup();
  await heading();
  expect(field("Description").value).toBe("<p>half a sentence</p>");
});
