// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { EditAccountDialog } from "@/features/people/edit-account-dialog";
import type { User } from "@/shared/api/types";
import { aUser } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

const admin = aUser(1, { role: "ADMIN" });
const person = aUser(2, { name: "Old", role: "AGENT", version: 3 });
const onClose = vi.fn<() => void>();

interface Sent {
  version: string | null;
  body: Partial<User>;
}

/** A server that holds the account as it is given here, and refuses a change of another version. */
function server(account: User) {
  let present = account;
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "GET") return Response.json({ items: [], nextCursor: null });
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

const name = () => screen.getByLabelText<HTMLInputElement>(/^Name/);

async function edit(who = person) {
  onClose.mockClear();
  await renderInApp(() => <EditAccountDialog person={who} onClose={onClose} />, { user: admin });
  await screen.findByLabelText(/^Name/);
}

function type(value: string) {
  fireEvent.change(name(), { target: { value } });
}

function save() {
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
}

test("only what was changed is sent, upon the version that was looked at", async () => {
  const sent = server(person);
  await edit();
  type(" New ");
  save();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(sent).toEqual([{ version: '"3"', body: { name: "New" } }]);
});

test("nothing is sent when nothing was changed, or a name is missing", async () => {
  const sent = server(person);
  await edit();
  type(" ");
  save();
  expect(screen.getByText("Enter the name")).toBeTruthy();
  type("Old");
  save();
  expect(onClose).toHaveBeenCalledOnce();
  expect(sent).toEqual([]);
});

test("what somebody else changed meanwhile is shown, and what was typed is kept", async () => {
  const sent = server({ ...person, role: "MANAGER", isActive: false, version: 5 });
  await edit();
  type("Mine");
  save();
  const notice = within(await screen.findByRole("alert"));
  expect(notice.getByText("Agent").tagName).toBe("DEL");
  expect(notice.getByText("Manager").tagName).toBe("INS");
  expect(notice.getByText("Deactivated")).toBeTruthy();
  expect(name().value).toBe("Mine");
  expect(onClose).not.toHaveBeenCalled();

  await vi.waitFor(() =>
    expect(screen.getByRole("button", { name: "Save" })).toHaveProperty("disabled", false),
  );
  save();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(sent[1]).toEqual({ version: '"5"', body: { name: "Mine" } });
});

test("an e-mail that another account has is told at its field", async () => {
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "GET") return Response.json({ items: [], nextCursor: null });
    const errors = [{ field: "email", rule: "another account has this e-mail" }];
    const problem = { type: "/problems/email-taken", title: "Conflict", status: 409, detail: "" };
    return Response.json({ ...problem, code: "email-taken", errors }, { status: 409 });
  });
  await edit();
  fireEvent.change(screen.getByLabelText(/^E-mail/), { target: { value: "a@b.example" } });
  save();
  expect(await screen.findByText("Another account has this e-mail")).toBeTruthy();
});

test("the own role is for another admin to change", async () => {
  server(admin);
  await edit(admin);
  expect(screen.getByText("Another admin can change your role")).toBeTruthy();
});
