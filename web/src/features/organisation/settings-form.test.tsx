// @vitest-environment happy-dom
import { Notifications, notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { SettingsForm } from "@/features/organisation/settings-form";
import type { SystemSettings } from "@/shared/api/types";
import { systemSettingsQuery } from "@/shared/reference/use-system-settings";
import { aUser, systemSettings } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(() => {
  cleanup();
  notifications.clean();
});

interface Sent {
  version: string | null;
  body: Partial<SystemSettings>;
}

/** A server that holds these settings, and refuses a change of another version. */
function server() {
  const held = { present: systemSettings(), sent: [] as Sent[], refusal: null as object | null };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "GET") return Response.json(held.present);
    const version = request.headers.get("If-Match");
    const body = await request.json();
    held.sent.push({ version, body });
    if (version !== `"${held.present.version}"`) {
      const problem = { type: "/problems/stale", title: "Stale", status: 412, detail: "stale" };
      const current = held.present;
      return Response.json({ ...problem, code: "stale", current }, { status: 412 });
    }
    if (held.refusal) {
      const problem = { type: "/problems/invalid", title: "Invalid", status: 422, detail: "no" };
      return Response.json({ ...problem, errors: [held.refusal] }, { status: 422 });
    }
    held.present = { ...held.present, ...body, version: held.present.version + 1 };
    return Response.json(held.present);
  });
  return held;
}

function Part() {
  const { data } = useQuery(systemSettingsQuery);
  return (
    <>
      <Notifications />
      {data ? <SettingsForm settings={data} /> : null}
    </>
  );
}

async function form() {
  const held = server();
  const { client } = await renderInApp(Part, { user: aUser(1, { role: "ADMIN" }) });
  await screen.findByRole("form", { name: "Settings" });
  return { held, readAgain: () => client.invalidateQueries() };
}

const name = () => screen.getByLabelText<HTMLInputElement>(/^Name/);
const digests = () => screen.getByLabelText<HTMLInputElement>("Digests");

function type(value: string) {
  fireEvent.change(name(), { target: { value } });
}

function press(button: string) {
  fireEvent.click(screen.getByRole("button", { name: button }));
}

test("what was changed is saved, and taken back", async () => {
  const { held } = await form();
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  type("Harbour");
  press("Save");
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await vi.waitFor(() => expect(name().value).toBe("Seaversity"));
  expect(held.sent).toEqual([
    { version: '"3"', body: { name: "Harbour" } },
    { version: '"4"', body: { name: "Seaversity" } },
  ]);
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  expect(screen.queryByText(/meanwhile/)).toBeNull();
});

test("what the deployment takes at most is told", async () => {
  await form();
  const limits = screen.getByRole("region", { name: "Limits" });
  expect(limits.textContent).toContain("Size of one attachment50 MB");
  expect(limits.textContent).toContain("Requests at once, of all together200");
});

test("a name is needed, and a rule is told at its field", async () => {
  const { held } = await form();
  type(" ");
  press("Save");
  expect(screen.getByText("Enter the name")).toBeTruthy();
  expect(held.sent).toEqual([]);
  held.refusal = { field: "name", rule: "must be 1 to 80 characters" };
  type("Harbour");
  press("Save");
  expect(await screen.findByText("Must be 1 to 80 characters")).toBeTruthy();
  expect(name().getAttribute("aria-invalid")).toBe("true");
});

test("of two admins, the second is told what the first changed, and may take it", async () => {
  const { held } = await form();
  held.present = systemSettings({ name: "Port", dailySummaries: false, version: 4 });
  type("Harbour");
  press("Save");
  const notice = await screen.findByRole("alert");
  expect(notice.textContent).toContain("Seaversity → Port");
  expect(notice.textContent).toContain("on → off");
  expect(name().value).toBe("Harbour");
  expect(digests().checked).toBe(false);
  press("Take theirs");
  expect(name().value).toBe("Port");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.queryByRole("button", { name: "Save mine" })).toBeNull();
});

test("of two admins, the second may put the own choice over it", async () => {
  const { held } = await form();
  held.present = systemSettings({ name: "Port", dailySummaries: false, version: 4 });
  type("Harbour");
  press("Save");
  fireEvent.click(await screen.findByRole("button", { name: "Save mine" }));
  await vi.waitFor(() => expect(held.present.name).toBe("Harbour"));
  expect(held.present.dailySummaries).toBe(false);
  expect(held.sent.at(-1)).toEqual({ version: '"4"', body: { name: "Harbour" } });
  await vi.waitFor(() => expect(screen.queryByRole("alert", { name: /meanwhile/ })).toBeNull());
});

test("a change that is read again is shown, and told only to who has chosen something", async () => {
  const { held, readAgain } = await form();
  held.present = systemSettings({ dailySummaries: false, version: 4 });
  await readAgain();
  await vi.waitFor(() => expect(digests().checked).toBe(false));
  expect(screen.queryByRole("alert")).toBeNull();
  type("Harbour");
  held.present = systemSettings({ version: 5 });
  await readAgain();
  expect((await screen.findByRole("alert")).textContent).toContain("off → on");
  expect(name().value).toBe("Harbour");
});
