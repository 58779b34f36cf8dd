// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NewTicketPage } from "@/features/tickets/new-ticket-page";
import { draft } from "@/shared/lib/draft";
import { aCategory, aUser } from "@/test/builders";
import { renderInApp, signIn } from "@/test/render-in-app";

vi.mock("@/shared/ui/lazy-rich-text-editor", () => ({ LazyRichTextEditor: () => null }));

const required = {
  key: "course",
  label: "I have looked in the help",
  kind: "CHECKBOX",
  isRequired: true,
} as const;
const categories = [
  aCategory(1, { name: "Access", fields: [{ ...required }] }),
  aCategory(2, { name: "Quiz" }),
];

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("fetch", async (request: Request) =>
    Response.json({ items: request.url.includes("/categories") ? categories : [] }),
  );
});
afterEach(cleanup);

function open(categoryId?: string) {
  return renderInApp(() => <NewTicketPage type="TICKET" categoryId={categoryId} />, {
    user: aUser(1, { role: "USER" }),
  });
}

const title = () => screen.findByRole("textbox", { name: /Title/ });
const raise = () => fireEvent.click(screen.getByRole("button", { name: "Raise ticket" }));

test("the keyboard goes to the first field that is wrong, even to a tick", async () => {
  await open(categories[0]?.id);
  const field = await title();
  const tick = await screen.findByRole("checkbox");
  tick.focus();
  raise();
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: "I cannot sign in" } });
  raise();
  expect(document.activeElement).toBe(tick);
});

function leaveDraft(change: object = {}) {
  signIn(aUser(1, { role: "USER" }));
  draft.write("new-ticket", {
    title: "The quiz is empty",
    categoryId: categories[1]?.id,
    ...change,
  });
}

const category = () => screen.findByRole<HTMLInputElement>("combobox", { name: "Category" });

test("a draft says from when it is, and gives way to a fresh start", async () => {
  leaveDraft({ keptAt: new Date(Date.now() - 2.5 * 60 * 60_000).toISOString() });
  await open();
  const field = await title();
  expect(field).toHaveProperty("value", "The quiz is empty");
  expect(screen.getByText(/^Your draft/).textContent).toBe("Your draft from 2 h ago");
  fireEvent.click(screen.getByRole("button", { name: "Start afresh" }));
  expect(field).toHaveProperty("value", "");
  expect(document.activeElement).toBe(field);
  expect(draft.read("new-ticket")).toBeNull();
  expect(screen.queryByText(/^Your draft/)).toBeNull();
});

test("a draft without a time is one too, and is now about what was picked", async () => {
  leaveDraft();
  await open(categories[0]?.id);
  expect((await screen.findByText(/^Your draft/)).textContent).toBe("Your draft");
  const field = await category();
  await vi.waitFor(() => expect(field.value).toBe("Access"));
});

test("a category alone is no draft", async () => {
  leaveDraft({ title: "", keptAt: new Date().toISOString() });
  await open();
  await title();
  expect(screen.queryByRole("button", { name: "Start afresh" })).toBeNull();
});
