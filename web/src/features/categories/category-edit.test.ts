import { expect, test } from "vitest";
import {
  categoryChanges,
  categoryPatch,
  categoryProblems,
  categoryValues,
  newCategory,
  newCategoryValues,
  rebaseCategoryEdit,
} from "@/features/categories/category-edit";
import { aCategory, aTeam } from "@/test/builders";

const room = { key: "room", label: "Room", kind: "TEXT" } as const;
const before = aCategory(1, { name: "Hardware", icon: "monitor", fields: [room] });

function edited(change: object) {
  return { over: before, typed: { ...categoryValues(before), ...change } };
}

test("only what was changed is sent", () => {
  expect(categoryPatch(edited({}))).toEqual({});
  expect(categoryPatch(edited({ name: " Devices ", icon: null }))).toEqual({
    name: "Devices",
    icon: null,
  });
  expect(categoryPatch(edited({ fields: [] }))).toEqual({ fields: [] });
});

test("of a new category, what was left empty is not said", () => {
  expect(newCategory({ ...newCategoryValues(null), name: " A " })).toEqual({ name: "A" });
});

test("an edit over what somebody else changed keeps both", () => {
  const desk = { key: "desk", label: "Desk", kind: "NUMBER" } as const;
  const theirs = { ...before, version: 2, color: "#2563eb", fields: [{ ...room, help: "Door" }] };
  const edit = rebaseCategoryEdit(edited({ name: "Mine", fields: [room, desk] }), theirs);
  expect(edit.typed).toMatchObject({ name: "Mine", color: "#2563eb" });
  expect(edit.typed.fields).toEqual([{ ...room, help: "Door" }, desk]);
  expect(edit.over.version).toBe(2);
});

test("what changed meanwhile is told in words", () => {
  const team = aTeam(1, { name: "Desk" });
  const now = { ...before, teamId: team.id, icon: "wifi", fields: [] };
  expect(categoryChanges(before, now, [team])).toEqual([
    { label: "Icon", before: "Screen", now: "Wi-Fi" },
    { label: "Team", before: "none", now: "Desk" },
    { label: "Fields", before: "Room (text)", now: "none" },
  ]);
});

test("a manager's category needs a team", () => {
  const values = { ...newCategoryValues(null), name: "A" };
  expect(categoryProblems(values, false)).toEqual({});
  expect(categoryProblems(values, true)).toHaveProperty("teamId");
});
