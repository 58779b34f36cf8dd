import { expect, test } from "vitest";
import { macroUndo } from "@/features/tickets/macro-undo";
import type { Ticket } from "@/shared/api/types";
import { ticketDetails } from "@/test/builders";

const before: Ticket = { ...ticketDetails([]).ticket, tags: ["old"], status: "IN_PROGRESS" };

function after(change: Partial<Ticket>): Ticket {
  return { ...before, version: before.version + 1, ...change };
}

test("what was changed is put back as it was", () => {
  const anna = { id: "usr_1", name: "Anna" };
  const now = after({
    status: "ON_HOLD",
    priority: "HIGH",
    tags: ["old", "new"],
    assignee: anna,
    allowedStatuses: ["IN_PROGRESS", "RESOLVED"],
  });
  const actions = {
    status: "ON_HOLD",
    priority: "HIGH",
    assignee: "me",
    addTags: ["new"],
  } as const;
  expect(macroUndo(before, now, { ...actions, addTags: ["new"] })).toEqual({
    patch: { status: "IN_PROGRESS", priority: before.priority, tags: ["old"] },
    assignee: null,
  });
});

test("who works on it stays where the macro left it alone", () => {
  const undo = macroUndo(before, after({ priority: "LOW" }), { priority: "LOW" });
  expect(undo).toEqual({ patch: { priority: before.priority } });
});

test("a status that leads nowhere back cannot be undone", () => {
  const now = after({ status: "CANCELLED", allowedStatuses: [] });
  expect(macroUndo(before, now, { status: "CANCELLED" })).toBeNull();
});

test("there is nothing to undo where nothing was changed, or somebody else changed it in between", () => {
  expect(macroUndo(before, before, { priority: "LOW" })).toBeNull();
  const now = after({ priority: "LOW", version: before.version + 2 });
  expect(macroUndo(before, now, { priority: "LOW" })).toBeNull();
});

test("a ticket that was given away, or that lost answers, stays as it is", () => {
  const given = after({ teamId: "team_1", canEdit: false });
  expect(macroUndo({ ...before, teamId: "team_2" }, given, { teamId: "team_1" })).toBeNull();
  const answered = { ...before, customFields: { room: "12" } };
  const moved = after({ categoryId: "cat_1", customFields: {} });
  expect(macroUndo(answered, moved, { categoryId: "cat_1" })).toBeNull();
});
