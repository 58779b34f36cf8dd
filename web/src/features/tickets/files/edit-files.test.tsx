// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { type Ref, useImperativeHandle } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CommentForm } from "@/features/tickets/comment-form";
import { EditTicketForm } from "@/features/tickets/edit-ticket-form";
import type { Upload } from "@/shared/api/types";
import type { NewFile, Sending } from "@/shared/files/send-file";
import { aComment, ticketDetails } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

interface EditorProps {
  label: string;
  value: string;
  onChange: (html: string) => void;
  ref?: Ref<{ insert: (html: string) => void; focus: () => void }>;
}

vi.mock("@/shared/ui/lazy-rich-text-editor", () => ({
  LazyRichTextEditor: ({ label, value, onChange, ref }: EditorProps) => {
    useImperativeHandle(ref, () => ({ insert: (html) => onChange(value + html), focus: () => {} }));
    return (
      <textarea
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  },
}));

/** The file that is on its way, and what ends that. */
let sending: { arrive: () => void; fail: () => void } | null = null;

vi.mock("@/shared/files/send-file", async (original) => ({
  ...(await original<object>()),
  giveUpUpload: async () => {},
  sendFile: async (
    file: File,
    begin: (file: NewFile) => Promise<Upload>,
    _before: Upload | null,
    { onBegun }: Sending,
  ) => {
    const begun = await begin({ fileName: file.name, fileSize: file.size, mimeType: file.type });
    onBegun(begun);
    return new Promise<Upload>((resolve, reject) => {
      sending = { arrive: () => resolve(begun), fail: () => reject(new Error("lost")) };
    });
  },
}));

const { ticket } = ticketDetails([]);
const PICTURE = '<img src="attachment:att_1" alt="odd.png">';
const sent: { method: string; path: string; body: Record<string, unknown> }[] = [];

beforeEach(() => {
  localStorage.clear();
  sending = null;
  sent.length = 0;
  vi.stubGlobal("fetch", async (request: Request) => {
    const body = await request.json();
    sent.push({ method: request.method, path: new URL(request.url).pathname, body });
    if (request.method === "POST") {
      return Response.json({ key: "att_1", fileName: body.fileName, mimeType: body.mimeType });
    }
    return Response.json({ ...ticket, ...body, version: ticket.version + 1 });
  });
});
afterEach(cleanup);

function paste(label: string) {
  const file = new File(["x"], "odd.png", { type: "image/png" });
  fireEvent.paste(screen.getByLabelText(label), {
    clipboardData: { types: ["Files"], files: [file] },
  });
}

const text = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(label).value;
const save = () => fireEvent.click(screen.getByRole("button", { name: "Save" }));

async function editComment(isInternal: boolean, canComment = true) {
  const onClose = vi.fn();
  await renderInApp(() => (
    <CommentForm
      ticketRef="T-0001"
      ticket={{ ...ticket, canComment }}
      comment={aComment(1, { content: "<p>Look</p>", isInternal })}
      onClose={onClose}
    />
  ));
  await screen.findByLabelText("Comment");
  return onClose;
}

test("a picture that is pasted into a comment while it is changed is attached, and stands in it", async () => {
  const onClose = await editComment(true);
  paste("Comment");
  await vi.waitFor(() => expect(text("Comment")).toBe(`<p>Look</p>${PICTURE}`));
  expect(sent[0]).toMatchObject({
    path: `/api/tickets/${ticket.id}/attachments`,
    body: { fileName: "odd.png", isInternal: true },
  });
  save();
  expect(screen.getByRole("alert").textContent).toContain("Save it once they have arrived");
  expect(sent).toHaveLength(1);

  sending?.arrive();
  await vi.waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  save();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent[1]).toMatchObject({
    method: "PATCH",
    body: { content: `<p>Look</p>${PICTURE}` },
  });
});

test("the picture of a file that is given up leaves the text", async () => {
  await editComment(false);
  paste("Comment");
  await vi.waitFor(() => expect(text("Comment")).toContain(PICTURE));
  sending?.fail();
  fireEvent.click(await screen.findByRole("button", { name: "Remove odd.png" }));
  await vi.waitFor(() => expect(text("Comment")).toBe("<p>Look</p>"));
});

test("whoever may not attach anything has nothing taken", async () => {
  await editComment(false, false);
  paste("Comment");
  expect(sent).toEqual([]);
  expect(text("Comment")).toBe("<p>Look</p>");
});

test("a picture that is pasted into the description stands in it", async () => {
  const onClose = vi.fn();
  await renderInApp(() => <EditTicketForm ticketRef="T-0001" ticket={ticket} onClose={onClose} />);
  await screen.findByLabelText("Description");
  paste("Description");
  await vi.waitFor(() => expect(text("Description")).toBe(PICTURE));
  expect(sent[0]?.body).toMatchObject({ isInternal: false });
  expect(screen.getByText("Files are attached to the ticket at once.")).toBeTruthy();
  sending?.arrive();
  await vi.waitFor(() =>
    expect(screen.queryByRole("list", { name: "Files being sent" })).toBeNull(),
  );
  save();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent[1]).toMatchObject({ method: "PATCH", body: { description: PICTURE } });
});
