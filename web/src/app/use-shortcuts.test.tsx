// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { Reply, UserRoundCheck } from "lucide-react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SHORTCUTS } from "@/app/shortcuts";
import { useShortcuts } from "@/app/use-shortcuts";
import { useOpenItem } from "@/features/tickets/open-item";
import { aUser } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

const onHelp = vi.fn<() => void>();
const onPalette = vi.fn<() => void>();
const onReply = vi.fn<() => void>();
const onAssign = vi.fn<() => void>();

beforeEach(() => {
  onHelp.mockClear();
  onPalette.mockClear();
  onReply.mockClear();
});
afterEach(cleanup);

function Part() {
  useShortcuts({ onHelp, onPalette });
  return (
    <>
      <input aria-label="Status" aria-keyshortcuts="/" />
      <input aria-label="Title" />
      <button type="button">Filters</button>
      <div role="menu" />
    </>
  );
}

async function app(role: "AGENT" | "USER" = "AGENT") {
  const { href } = await renderInApp(Part, { path: "/somewhere", user: aUser(1, { role }) });
  await screen.findByLabelText("Status");
  return href;
}

/** Answers whether the app took the last key, so that the browser does nothing with it. */
function press(keys: string, target: Element = document.body): boolean {
  const ctrlKey = keys.startsWith("Ctrl ");
  return keys
    .replace("Ctrl ", "")
    .split(" ")
    .reduce((_, key) => !fireEvent.keyDown(target, { key, ctrlKey }), false);
}

test.each(SHORTCUTS.map(({ keys }) => keys))(
  "%s, which the help sheet names, is there",
  async (keys) => {
    await app();
    expect(press(keys)).toBe(true);
  },
);

test("/ puts the keyboard on the list's filter", async () => {
  await app();
  press("/");
  expect(document.activeElement).toBe(screen.getByLabelText("Status"));
});

test("/ presses the button that opens the filters", async () => {
  await app();
  screen.getByLabelText("Status").removeAttribute("aria-keyshortcuts");
  const button = screen.getByRole("button", { name: "Filters" });
  button.setAttribute("aria-keyshortcuts", "/");
  const onClick = vi.fn<() => void>();
  button.addEventListener("click", onClick);
  expect(press("/")).toBe(true);
  expect(onClick).toHaveBeenCalledOnce();
});

test("/ stays the browser's where there is no filter", async () => {
  await app();
  screen.getByLabelText("Status").removeAttribute("aria-keyshortcuts");
  expect(press("/")).toBe(false);
});

test("nothing but the palette is a shortcut while something is typed", async () => {
  const href = await app();
  for (const { keys } of SHORTCUTS) {
    expect(press(keys, screen.getByLabelText("Title"))).toBe(keys === "Ctrl k");
  }
  expect(href()).toBe("/somewhere");
  expect(onHelp).not.toHaveBeenCalled();
});

test.each([
  ["c", "/tickets/new"],
  ["g m", "/tickets"],
  ["g t", "/tickets?view=team"],
  ["g a", "/tickets?view=all"],
])("%s goes to %s", async (keys, target) => {
  const href = await app();
  press(keys);
  await vi.waitFor(() => expect(href()).toBe(target));
});

test("requesters have no shortcut to the lists of staff", async () => {
  await app("USER");
  expect(press("g t")).toBe(false);
  expect(press("g a")).toBe(false);
  expect(press("g m")).toBe(true);
});

test("? opens the help sheet", async () => {
  await app();
  press("?");
  expect(onHelp).toHaveBeenCalledOnce();
});

test("Ctrl K opens the palette, and leaves a menu that is open", async () => {
  await app();
  press("Ctrl k");
  expect(onPalette).toHaveBeenCalledOnce();
  const onEscape = vi.fn();
  const menu = screen.getByRole("menu");
  menu.addEventListener("keydown", ({ key }) => key === "Escape" && onEscape());
  press("Ctrl k", menu);
  expect(onEscape).toHaveBeenCalledOnce();
  expect(onPalette).toHaveBeenCalledTimes(2);
});

test("Ctrl K is left to an editor that had use for it, and so is every other Ctrl key", async () => {
  await app();
  const title = screen.getByLabelText("Title");
  title.addEventListener("keydown", (event) => event.preventDefault(), { once: true });
  press("Ctrl k", title);
  fireEvent.keyDown(title, { key: "K", ctrlKey: true, shiftKey: true });
  fireEvent.keyDown(title, { key: "c", ctrlKey: true });
  expect(onPalette).not.toHaveBeenCalled();
});

function TicketPart() {
  useOpenItem("TICKET", [
    { id: "reply", label: "Reply", keys: "r", Icon: Reply, run: onReply },
    { id: "assign", label: "Assign to me", keys: "a", Icon: UserRoundCheck, run: onAssign },
  ]);
  return <Part />;
}

test("the keys of the ticket that is shown do what is offered for it, and nothing else", async () => {
  const { href } = await renderInApp(TicketPart, { path: "/somewhere" });
  await screen.findByLabelText("Title");
  expect(press("r")).toBe(true);
  expect(onReply).toHaveBeenCalledOnce();
  expect(press("n"), "no note is offered").toBe(false);
  expect(press("r", screen.getByLabelText("Title"))).toBe(false);
  // The second of two keys is not the key by itself.
  expect(press("g a")).toBe(true);
  await vi.waitFor(() => expect(href()).toBe("/tickets?view=all"));
  expect(onAssign).not.toHaveBeenCalled();
  cleanup();
  await app();
  expect(press("r"), "the ticket is left").toBe(false);
});

test("what is typed before the palette is there is no shortcut", async () => {
  await renderInApp(
    () => {
      useOpenItem("TICKET", [
        { id: "reply", label: "Reply", keys: "r", Icon: Reply, run: onReply },
      ]);
      useShortcuts({ onHelp, onPalette, isPaused: true });
      return <p>Waiting</p>;
    },
    { path: "/somewhere" },
  );
  await screen.findByText("Waiting");
  expect(press("r")).toBe(false);
  expect(press("c")).toBe(false);
  expect(onReply).not.toHaveBeenCalled();
  expect(press("Ctrl k")).toBe(true);
});
