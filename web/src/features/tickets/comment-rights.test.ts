import { expect, test } from "vitest";
import { isEdited, mayChangeComment, maySplitComment } from "@/features/tickets/comment-rights";
import type { Role } from "@/shared/api/types";
import { aComment, aUser, ticketDetails } from "@/test/builders";

const { ticket } = ticketDetails([]);
const inTeam = { ...ticket, teamId: "team_1" };
const comment = aComment(1);
const written = Date.parse(comment.createdAt);
const MINUTE = 60_000;

test.each<[Role, boolean, boolean]>([
  ["ADMIN", true, true],
  ["MANAGER", true, true],
  ["AGENT", true, false],
  ["USER", true, false],
])("%s: own %s, of others %s", (role, own, others) => {
  const author = aUser(1, { role, teamIds: ["team_1"] });
  const other = aUser(2, { role, teamIds: ["team_1"] });
  expect(mayChangeComment(comment, inTeam, author, written + MINUTE)).toBe(own);
  expect(mayChangeComment(comment, inTeam, other, written + MINUTE)).toBe(others);
});

test("requesters change what they wrote for a quarter of an hour", () => {
  const requester = aUser(1, { role: "USER" });
  expect(mayChangeComment(comment, ticket, requester, written + 15 * MINUTE)).toBe(true);
  expect(mayChangeComment(comment, ticket, requester, written + 16 * MINUTE)).toBe(false);
});

test("a manager of another team changes nothing of others", () => {
  const manager = aUser(2, { role: "MANAGER", teamIds: ["team_2"] });
  expect(mayChangeComment(comment, inTeam, manager, written)).toBe(false);
});

test("where nobody may write any more, nothing is changed", () => {
  const closed = { ...ticket, canComment: false };
  expect(mayChangeComment(comment, closed, aUser(1, { role: "ADMIN" }), written)).toBe(false);
});

test("a public comment on a ticket can become a ticket", () => {
  const agent = aUser(1);
  expect(maySplitComment(comment, ticket, agent)).toBe(true);
  expect(maySplitComment(aComment(2, { isInternal: true }), ticket, agent)).toBe(false);
  expect(maySplitComment(comment, { ...ticket, type: "TASK" }, agent)).toBe(false);
  expect(maySplitComment(comment, { ...ticket, canEdit: false }, agent)).toBe(false);
});

test("what was changed after it was written is edited", () => {
  expect(isEdited(comment)).toBe(false);
  expect(isEdited({ ...comment, updatedAt: new Date(written + MINUTE).toISOString() })).toBe(true);
});
