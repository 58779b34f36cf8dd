// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { CircleCheck, Reply } from "lucide-react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CommandPalette } from "@/app/command-palette";
import { useOpenItem } from "@/features/tickets/open-item";
import { recentTickets } from "@/features/tickets/recent-tickets";
import type { Role } from "@/shared/api/types";
import { aTicket, aUser, aView } from "@/test/builders";
import { renderInApp, signIn } from "@/test/render-in-app";

const onHelp = vi.fn<() => void>();

beforeEach(() => {
  localStorage.clear();
  onHelp.mockClear();
  vi.stubGlobal("fetch", async () => Response.json({ items: [] }));
});
afterEach(cleanup);

function Part() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Jump to
      </button>
      {isOpen ? <CommandPalette onClose={() => setOpen(false)} onHelp={onHelp} /> : null}
    </>
  );
}

async function palette({ role = "AGENT" as Role, path = "/somewhere" } = {}) {
  const { href } = await renderInApp(Part, { path, user: aUser(1, { role }) });
  const button = await screen.findByRole("button", { name: "Jump to" });
  button.focus();
  fireEvent.click(button);
  const field = await screen.findByRole("combobox");
  return { href, button, field };
}

function type(text: string) {
  fireEvent.change(screen.getByRole("combobox"), { target: { value: text } });
}

function press(key: string) {
  fireEvent.keyDown(screen.getByRole("combobox"), { key });
}

function offered(): (string | undefined)[] {
  return screen.queryAllByRole("option").map(({ id }) => id.split("-").slice(1).join("-"));
}

/** What the field says to be the current option, which has to be the selected one. */
function current(): string {
  const selected = screen.getByRole("option", { selected: true });
  expect(screen.getByRole("combobox").getAttribute("aria-activedescendant")).toBe(selected.id);
  return selected.textContent ?? "";
}

test("it offers pages and actions, and to requesters only what they may see", async () => {
  await palette({ role: "USER" });
  const settings = ["settings-profile", "settings-security", "settings-notifications"];
  const actions = ["light", "dark", "auto", "shortcuts", "sign-out"];
  expect(offered()).toEqual([
    ...["mine", "watching", "home", "activity", "help"],
    ...settings,
    "new",
    ...actions,
  ]);
  cleanup();
  await palette({ role: "AGENT" });
  const tickets = ["mine", "team", "all", "created", "watching"];
  const tasks = ["tasks-mine", "tasks-team", "tasks-all"];
  expect(offered()).toEqual([
    ...tickets,
    ...tasks,
    "activity",
    "people",
    "teams",
    "help",
    ...settings,
    "settings-macros",
    "new",
    "new-task",
    ...actions,
  ]);
  cleanup();
  await palette({ role: "ADMIN" });
  expect(offered().slice(0, 9)).toEqual([...tickets, "deleted", ...tasks]);
  expect(offered().slice(9, 13)).toEqual(["activity", "people", "teams", "admin"]);
  expect(offered()).toContain("admin-users");
  expect(offered()).toContain("admin-settings");
  cleanup();
  await palette({ role: "MANAGER" });
  expect(offered()).toContain("admin-macros");
  expect(offered()).not.toContain("admin-settings");
});

test("a saved view is opened by its name, with what it stands for", async () => {
  const view = aView(7, { name: "Urgent network", filter: { whose: "team", priority: ["HIGH"] } });
  vi.stubGlobal("fetch", async () => Response.json({ items: [view] }));
  const { href } = await palette();
  await vi.waitFor(() => expect(offered()).toContain(view.id));
  type("urgent");
  press("Enter");
  await vi.waitFor(() =>
    expect(href()).toBe(`/tickets?view=team&status=ALL&priority=HIGH&saved=${view.id}`),
  );
});

test("the field has the keyboard, and the one before has it again after Escape", async () => {
  const { button, field } = await palette();
  await vi.waitFor(() => expect(document.activeElement).toBe(field));
  press("Escape");
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(document.activeElement).toBe(button);
});

test("arrows move through the options and around, and typing begins anew", async () => {
  await palette();
  expect(current()).toContain("My tickets");
  press("ArrowDown");
  expect(current()).toContain("My team");
  press("ArrowUp");
  press("ArrowUp");
  expect(current()).toContain("Sign out");
  type("theme");
  expect(current()).toContain("Theme: light");
});

test.each([
  ["12", "/tickets/T-0012"],
  ["T-12", "/tickets/T-0012"],
  ["task-7", "/tasks/TASK-0007"],
  ["new task", "/tasks/new"],
  ["all tick", "/tickets?view=all"],
  ["new", "/tickets/new"],
  ["e-mail", "/settings/notifications"],
])("%s and Enter goes to %s", async (text, target) => {
  const { href } = await palette();
  type(text);
  press("Enter");
  await vi.waitFor(() => expect(href()).toBe(target));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("Enter belongs to the input method while a word is composed", async () => {
  const { href } = await palette();
  fireEvent.keyDown(screen.getByRole("combobox"), { key: "Enter", isComposing: true });
  expect(href()).toBe("/somewhere");
  expect(screen.getByRole("dialog")).toBeTruthy();
});

test("a theme is chosen with a click, and the one in use is marked", async () => {
  const { button } = await palette();
  type("dark");
  fireEvent.click(screen.getByRole("option", { name: /dark/ }));
  expect(document.documentElement.getAttribute("data-mantine-color-scheme")).toBe("dark");
  fireEvent.click(button);
  expect((await screen.findByRole("option", { name: /dark/ })).textContent).toBe("Theme: dark");
  expect(screen.getByRole("option", { name: /dark in use/ })).toBeTruthy();
});

test("the help sheet is opened from it", async () => {
  await palette();
  type("shortcuts");
  press("Enter");
  expect(onHelp).toHaveBeenCalledOnce();
});

test("recent tickets come first, the one that is shown aside, and are found by their titles", async () => {
  signIn(aUser(1));
  for (const number of [3, 2, 1]) recentTickets.add(aTicket(number));
  const { href } = await palette({ path: "/tickets/T-0001" });
  expect(offered().slice(0, 3)).toEqual(["T-0002", "T-0003", "mine"]);
  type("ticket 3");
  press("Enter");
  await vi.waitFor(() => expect(href()).toBe("/tickets/T-0003"));
});

test("a typed number of a recent ticket shows its title, once", async () => {
  signIn(aUser(1));
  recentTickets.add(aTicket(12, { title: "The course is empty" }));
  await palette();
  type("12");
  expect(offered()).toEqual(["T-0012"]);
  expect(current()).toContain("The course is empty");
});

test("where nothing is found it says what can be typed, and Enter does nothing", async () => {
  const { href, field } = await palette();
  type("xyzzy");
  expect(screen.getByRole("status").textContent).toContain("T-12");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(field.getAttribute("aria-expanded")).toBe("false");
  press("Enter");
  expect(href()).toBe("/somewhere");
});

test("what can be done to the ticket that is shown is offered, after what was looked at last", async () => {
  const onResolve = vi.fn<() => void>();
  recentTickets.add(aTicket(7));
  await renderInApp(
    () => {
      useOpenItem("TICKET", [
        { id: "reply", label: "Reply", keys: "r", Icon: Reply, run: () => {} },
        { id: "resolve", label: "Resolve this ticket", Icon: CircleCheck, run: onResolve },
      ]);
      return <Part />;
    },
    { path: "/tickets/T-0001" },
  );
  fireEvent.click(await screen.findByRole("button", { name: "Jump to" }));
  await screen.findByRole("combobox");
  expect(current()).toContain("Ticket 7");
  expect(
    within(screen.getByRole("group", { name: "This ticket" })).getAllByRole("option"),
  ).toHaveLength(2);
  type("resolve");
  press("Enter");
  expect(onResolve).toHaveBeenCalledOnce();
});
