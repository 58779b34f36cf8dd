// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Navigation } from "@/app/navigation";
import { useDrawer } from "@/app/use-drawer";
import { renderInApp } from "@/test/render-in-app";

beforeEach(() => vi.stubGlobal("fetch", async () => Response.json({ items: [], count: 0 })));
afterEach(cleanup);

function Part() {
  const nav = useDrawer();
  return (
    <>
      <button type="button" ref={nav.button} aria-expanded={nav.isOpen} onClick={nav.toggle}>
        Menu
      </button>
      <button type="button">Elsewhere</button>
      <div role="dialog" aria-label="Over the page">
        <button type="button">In a dialog</button>
      </div>
      <Navigation isShown onHelp={() => {}} onChoose={nav.close} />
    </>
  );
}

async function openDrawer() {
  const { href } = await renderInApp(Part, { path: "/tickets" });
  const button = await screen.findByRole("button", { name: "Menu" });
  fireEvent.click(button);
  expect(button.getAttribute("aria-expanded")).toBe("true");
  screen.getByRole("button", { name: "Elsewhere" }).focus();
  return {
    href,
    button,
    expectClosed: () =>
      vi.waitFor(() => {
        expect(button.getAttribute("aria-expanded")).toBe("false");
        expect(document.activeElement).toBe(button);
      }),
  };
}

test("Escape closes the drawer and goes back to its button", async () => {
  const { expectClosed } = await openDrawer();
  fireEvent.keyDown(document.body, { key: "Escape" });
  await expectClosed();
});

test("Escape in what lies over the page is not for the drawer", async () => {
  const { button } = await openDrawer();
  fireEvent.keyDown(screen.getByRole("button", { name: "In a dialog" }), { key: "Escape" });
  expect(button.getAttribute("aria-expanded")).toBe("true");
});

test("following a link closes the drawer and goes back to its button", async () => {
  const { href, expectClosed } = await openDrawer();
  fireEvent.click(screen.getByRole("link", { name: "All tickets" }));
  await expectClosed();
  await vi.waitFor(() => expect(href()).toBe("/tickets?view=all"));
});

test("so does the link of the page that is shown already", async () => {
  const { expectClosed } = await openDrawer();
  fireEvent.click(screen.getByRole("link", { name: "My tickets" }));
  await expectClosed();
});

test("Escape with a closed drawer leaves the keyboard where it is", async () => {
  const { button } = await openDrawer();
  fireEvent.click(button);
  const elsewhere = screen.getByRole("button", { name: "Elsewhere" });
  elsewhere.focus();
  fireEvent.keyDown(elsewhere, { key: "Escape" });
  expect(document.activeElement).toBe(elsewhere);
});
