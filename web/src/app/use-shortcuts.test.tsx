// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SHORTCUTS } from "@/app/shortcuts";
import { useShortcuts } from "@/app/use-shortcuts";
import { aUser } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

const onHelp = vi.fn();

beforeEach(() => onHelp.mockClear());
afterEach(cleanup);

function Part() {
  useShortcuts(onHelp);
  return (
    <>
      <input aria-label="Status" aria-keyshortcuts="/" />
      <input aria-label="Title" />
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
  return keys.split(" ").reduce((_, key) => !fireEvent.keyDown(target, { key }), false);
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

test("/ stays the browser's where there is no filter", async () => {
  await app();
  screen.getByLabelText("Status").removeAttribute("aria-keyshortcuts");
  expect(press("/")).toBe(false);
});

test("nothing is a shortcut while something is typed", async () => {
  const href = await app();
  for (const { keys } of SHORTCUTS) expect(press(keys, screen.getByLabelText("Title"))).toBe(false);
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
