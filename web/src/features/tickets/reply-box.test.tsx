// @vitest-environment happy-dom
import { Notifications, notifications } from "@mantine/notifications";
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ReplyBox } from "@/features/tickets/reply-box";
import type { Ticket } from "@/shared/api/types";
import { draft } from "@/shared/lib/draft";
import { aComment, ticketDetails } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

vi.mock("@/shared/ui/lazy-rich-text-editor", () => ({
  LazyRichTextEditor: (props: {
    label: string;
    value: string;
    onChange: (html: string) => void;
    placeholder?: string;
  }) => (
    <textarea
      placeholder={props.placeholder}
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

beforeEach(() => {
  localStorage.clear();
  notifications.clean();
});
afterEach(cleanup);

/** Answers the requests, and remembers what was asked of the server. */
function serve(statusAnswer: () => Response) {
  const asked: { method: string; body: unknown; version: string | null }[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "GET") return Response.json({ items: [] });
    const body: unknown = await request.clone().json();
    asked.push({ method: request.method, body, version: request.headers.get("If-Match") });
    if (request.method === "POST") return Response.json(aComment(1), { status: 201 });
    return statusAnswer();
  });
  return asked;
}

function Resolvable() {
  const open: Ticket = {
    ...ticket,
    status: "IN_PROGRESS",
    allowedStatuses: ["ON_HOLD", "RESOLVED", "CANCELLED"],
  };
  return (
    <>
      <Notifications />
      <ReplyBox ticketRef="T-0001" ticket={open} onKind={() => {}} />
    </>
  );
}

async function sendAndResolve() {
  await renderInApp(Resolvable);
  await screen.findByRole("button", { name: "Send reply" });
  const field = document.body.querySelector("textarea") as Element;
  fireEvent.change(field, { target: { value: "<p>It works again</p>" } });
  fireEvent.click(screen.getByRole("button", { name: "More ways to send" }));
  const items = await screen.findAllByRole("menuitem");
  expect(items.map(({ textContent }) => textContent)).toEqual([
    "Send and set on hold",
    "Send and set resolved",
  ]);
  fireEvent.click(items[1] as Element);
}

test("a reply is sent, and then the status is changed", async () => {
  const asked = serve(() => Response.json({ ...ticket, status: "RESOLVED", version: 2 }));
  await sendAndResolve();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[0]).toMatchObject({ method: "POST", body: { content: "<p>It works again</p>" } });
  expect(asked[1]).toEqual({ method: "PATCH", body: { status: "RESOLVED" }, version: '"1"' });
});

test("where the status is refused, the reply is sent nevertheless, and that is said", async () => {
  serve(() => Response.json({ title: "Forbidden", status: 403 }, { status: 403 }));
  await sendAndResolve();
  expect(await screen.findByText("Sent, but the status was not changed")).toBeTruthy();
  expect(document.body.querySelector("textarea")?.value).toBe("");
  expect(draft.read(`reply:${ticket.id}`)).toBeNull();
});

test("who does not handle the ticket sends no status along", async () => {
  await renderInApp(Part);
  await screen.findByRole("button", { name: "More ways to send" });
  act(() => setStaff(false));
  expect(screen.queryByRole("button", { name: "More ways to send" })).toBeNull();
});

test("what is written on a task is a comment, not a reply", async () => {
  await renderInApp(() => (
    <ReplyBox ticketRef="TASK-0001" ticket={{ ...ticket, type: "TASK" }} onKind={() => {}} />
  ));
  expect(await screen.findByRole("button", { name: "Send comment" })).toBeTruthy();
  expect(screen.getByPlaceholderText("Write a comment on this task…")).toBeTruthy();
  expect(screen.getByRole("region", { name: "Comment" }).textContent).not.toMatch(/reply|ticket/i);
});

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
