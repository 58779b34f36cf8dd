import { expect, test } from "vitest";
import { undoSteps } from "@/features/tickets/bulk-undo";
import { aTicket } from "@/test/builders";

const one = aTicket(1, { status: "IN_PROGRESS", priority: "LOW", tags: ["a"] });
const two = aTicket(2, {
  status: "IN_PROGRESS",
  priority: "HIGH",
  assignee: { id: "usr_x", name: "X" },
  tags: ["a", "b"],
});

test("each goes back to what it was, those alike in one step", () => {
  expect(undoSteps([one, two, { ...one, id: "three" }], { priority: "CRITICAL" })).toEqual([
    { ids: [one.id, "three"], change: { priority: "LOW" } },
    { ids: [two.id], change: { priority: "HIGH" } },
  ]);
});

test("who worked on it does again, and nobody where it was nobody", () => {
  expect(undoSteps([one, two], { assigneeId: "usr_y" })).toEqual([
    { ids: [one.id], change: { assigneeId: null } },
    { ids: [two.id], change: { assigneeId: "usr_x" } },
  ]);
});

test("only tags that were not there are taken off, and only those that were are put back", () => {
  expect(undoSteps([one, two], { addTags: ["b"] })).toEqual([
    { ids: [one.id], change: { removeTags: ["b"] } },
  ]);
  expect(undoSteps([one, two], { removeTags: ["b"] })).toEqual([
    { ids: [two.id], change: { addTags: ["b"] } },
  ]);
});

test("a status is undone where the flow leads back", () => {
  expect(undoSteps([one], { status: "RESOLVED" })).toEqual([
    { ids: [one.id], change: { status: "IN_PROGRESS" } },
  ]);
  expect(undoSteps([aTicket(3)], { status: "IN_PROGRESS" })).toBeNull();
  expect(undoSteps([one], { status: "CANCELLED" })).toBeNull();
});

test("what was so before needs no undoing, and other changes have none", () => {
  expect(undoSteps([one], { priority: "LOW" })).toBeNull();
  expect(undoSteps([one], { teamId: "team_1" })).toBeNull();
});
