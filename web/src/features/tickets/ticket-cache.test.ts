import { describe, expect, test } from "vitest";
import {
  addComment,
  applySummary,
  keepOlder,
  prependOlder,
  putComment,
  putTicket,
  removeComment,
} from "@/features/tickets/ticket-cache";
import type { Comment } from "@/shared/api/types";
import { aComment, aTicket, ticketDetails } from "@/test/builders";

function texts(comments: Comment[]) {
  return comments.map(({ content }) => content.replace(/\D/g, "")).join(" ");
}

describe("the conversation", () => {
  test("a comment is added once, in its place", () => {
    const before = ticketDetails([aComment(1), aComment(3)]);
    const after = addComment(before, aComment(2));
    expect(texts(after.comments.items)).toBe("1 2 3");
    expect(after.ticket.commentCount).toBe(3);
    expect(addComment(after, aComment(2))).toBe(after);
  });

  test("a comment that opened another ticket is not among those of the one that it was sent to", () => {
    const before = ticketDetails([aComment(1)]);
    expect(addComment(before, aComment(2, { workItemId: "wi_of_another" }))).toBe(before);
  });

  test("an edited comment takes the place of what it was, unless it is older", () => {
    const before = ticketDetails([
      aComment(1),
      aComment(2, { updatedAt: "2026-02-01T00:00:00.000Z" }),
    ]);
    const edited = aComment(2, { content: "<p>9</p>", updatedAt: "2026-02-02T00:00:00.000Z" });
    expect(texts(putComment(before, edited).comments.items)).toBe("1 9");
    expect(putComment(before, aComment(2))).toBe(before);
    expect(putComment(before, aComment(7))).toBe(before);
  });

  test("a removed comment goes once", () => {
    const before = ticketDetails([aComment(1), aComment(2)]);
    const after = removeComment(before, aComment(1).id);
    expect(texts(after.comments.items)).toBe("2");
    expect(after.ticket.commentCount).toBe(1);
    expect(removeComment(after, aComment(1).id)).toBe(after);
  });

  test("older comments come first, oldest at the top", () => {
    const before = ticketDetails([aComment(3), aComment(4)], "older");
    const after = prependOlder(before, {
      items: [aComment(3), aComment(2), aComment(1)],
      nextCursor: null,
    });
    expect(texts(after.comments.items)).toBe("1 2 3 4");
    expect(after.comments.nextCursor).toBeNull();
  });

  test("reading again keeps what was paged in, as long as the parts meet", () => {
    const before = { items: [aComment(1), aComment(2), aComment(3)], nextCursor: null };
    const meets = { items: [aComment(2), aComment(3), aComment(4)], nextCursor: "x" };
    expect(texts(keepOlder(meets, before).items)).toBe("1 2 3 4");
    expect(keepOlder(meets, before).nextCursor).toBeNull();
    const apart = { items: [aComment(8), aComment(9)], nextCursor: "x" };
    expect(keepOlder(apart, before)).toBe(apart);
    expect(keepOlder(apart, undefined)).toBe(apart);
  });
});

describe("the ticket", () => {
  const before = ticketDetails([]);

  test("a pushed change shows, and what this reader may do stays until it is read again", () => {
    const after = applySummary(before, aTicket(1, { status: "ON_HOLD", version: 2 }));
    expect(after.ticket.status).toBe("ON_HOLD");
    expect(after.ticket.allowedStatuses).toEqual(["IN_PROGRESS"]);
    expect(after.ticket.version, "a change is one upon what was read").toBe(1);
  });

  test("a repeat, and another ticket's change, change nothing", () => {
    expect(applySummary(before, aTicket(1))).toBe(before);
    expect(applySummary(before, aTicket(2, { version: 9 }))).toBe(before);
  });

  test("an answer that was overtaken does not turn the page back", () => {
    const newer = { ...before, ticket: { ...before.ticket, version: 3 } };
    expect(putTicket(newer, before.ticket)).toBe(newer);
  });
});
