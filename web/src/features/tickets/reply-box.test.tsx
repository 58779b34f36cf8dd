// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ReplyBox } from "@/features/tickets/reply-box";
import { draft } from "@/shared/lib/draft";
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

const { ticket } = ticketDetails([]);
const NOTE = "<p>He has failed before</p>";
let setStaff = (_isStaff: boolean) => {};

function Part() {
  const [isStaff, set] = useState(true);
  setStaff = set;
  return (
    <ReplyBox
      ticketRef="T-0001"
      ticket={{ ...ticket, canCommentInternally: isStaff, canEdit: isStaff }}
      onKind={() => {}}
    />
  );
}

function text(label: string): string {
  return (screen.getByLabelText(label) as HTMLTextAreaElement).value;
}

function type(label: string, value: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

beforeEach(() => localStorage.clear());
afterEach(cleanup);

test("a note that was begun is never in the public reply of whoever may write none any more", async () => {
  await renderInApp(Part);
  fireEvent.click(await screen.findByLabelText("Internal note"));
  const note = screen
    .getAllByLabelText("Internal note")
    .find(({ tagName }) => tagName === "TEXTAREA");
  fireEvent.change(note as Element, { target: { value: NOTE } });
  act(() => setStaff(false));
  expect(text("Public reply")).toBe("");

  type("Public reply", "<p>Thank you</p>");
  act(() => setStaff(true));
  expect(document.body.querySelector("textarea")?.value).toBe(NOTE);
  expect(document.body.querySelector("textarea")?.getAttribute("aria-label")).toBe("Internal note");
});

test("a public reply that was begun stays whatever becomes of the writer's rights", async () => {
  await renderInApp(Part);
  await screen.findByRole("button", { name: "Send reply" });
  fireEvent.change(document.body.querySelector("textarea") as Element, {
    target: { value: "<p>Hello</p>" },
  });
  act(() => setStaff(false));
  expect(text("Public reply")).toBe("<p>Hello</p>");
  expect(draft.read(`reply:${ticket.id}`)).toMatchObject({ content: "<p>Hello</p>" });
});
