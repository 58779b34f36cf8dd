// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import AttachmentsSection from "@/features/tickets/files/attachments-section";
import type { Attachment } from "@/shared/api/types";
import { aUser, ticketDetails } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

const FILE: Attachment = {
  id: "att_1",
  workItemId: "tkt_1",
  fileName: "log.txt",
  fileSize: 12,
  mimeType: "text/plain",
  uploadedBy: { id: aUser(1).id, name: "Person 1" },
  isInternal: false,
  canDelete: false,
  createdAt: "2026-11-24T10:00:00.000Z",
  downloadUrl: "/files/log.txt",
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
};

async function section(answer: () => Response) {
  vi.stubGlobal("fetch", async () => answer());
  const { ticket } = ticketDetails([]);
  const { client } = await renderInApp(() => (
    <AttachmentsSection ticket={ticket} isInternal={false} />
  ));
  await vi.waitFor(() => expect(client.isFetching()).toBe(0));
  return screen.queryByRole("region", { name: "Files" });
}

test("where there are no files, there is no list of them, and one can be attached", async () => {
  expect(await section(() => Response.json({ items: [] }))).toBeNull();
  expect(screen.getByRole("button", { name: "Attach files" })).toBeTruthy();
});

test("where there are some, more can be attached", async () => {
  expect(await section(() => Response.json({ items: [FILE] }))).not.toBeNull();
  expect(screen.getByRole("heading", { name: "Files 1" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Attach files" })).toBeTruthy();
});

test("it is said that the files could not be loaded", async () => {
  expect(await section(() => Response.json({ title: "No" }, { status: 500 }))).not.toBeNull();
  expect(screen.getByRole("alert").textContent).toContain("The files could not be loaded.");
});
