import { expect, test } from "vitest";
import { ACTIVITY_KINDS, asOne, grouped, isOfKind } from "@/features/tickets/activity-kinds";
import type { Activity } from "@/shared/api/types";
import { anActivity } from "@/test/builders";

function changed(number: number, field: string, before: unknown, after: unknown): Activity {
  return anActivity(number, { action: "UPDATED", changes: [{ field, before, after }] });
}

function kindsOf(activity: Activity) {
  return ACTIVITY_KINDS.filter((kind) => isOfKind(activity, kind));
}

test("a change is found under what it is about", () => {
  expect(kindsOf(changed(1, "status", "OPEN", "CLOSED"))).toEqual(["all", "flow"]);
  expect(kindsOf(changed(1, "tags", [], ["exam"]))).toEqual(["all", "content"]);
  expect(kindsOf(anActivity(1, { action: "COMMENT_EDITED" }))).toEqual(["all", "comments"]);
  expect(kindsOf(anActivity(1, { action: "LINKS_CHANGED" }))).toEqual(["all", "others"]);
  expect(kindsOf(anActivity(1, { action: "CREATED" }))).toEqual(["all", "content"]);
});

test("a reply that reopens is a comment and a change of status", () => {
  const reopening = anActivity(1, {
    action: "COMMENTED",
    changes: [{ field: "status", before: "RESOLVED", after: "IN_PROGRESS" }],
  });
  expect(kindsOf(reopening)).toEqual(["all", "comments", "flow"]);
});

test("like changes that follow each other closely are one, from the first to the last", () => {
  const groups = grouped([
    changed(50, "priority", "LOW", "HIGH"),
    changed(4, "status", "IN_PROGRESS", "RESOLVED"),
    changed(3, "status", "OPEN", "IN_PROGRESS"),
  ]);
  expect(groups.map(({ items }) => items.length)).toEqual([1, 2]);
  expect(asOne(groups[1] as never).changes).toEqual([
    { field: "status", before: "OPEN", after: "RESOLVED" },
  ]);
});

test("changes that are hours apart, or another person's, are not put together", () => {
  const late = changed(300, "status", "IN_PROGRESS", "RESOLVED");
  const other = { ...changed(2, "status", "OPEN", "OPEN"), actor: { id: "usr_2", name: "Other" } };
  expect(grouped([late, changed(3, "status", "OPEN", "IN_PROGRESS"), other])).toHaveLength(3);
});
