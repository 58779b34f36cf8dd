import { expect, test } from "vitest";
import {
  accountPatch,
  beginAccountEdit,
  changedMeanwhile,
  rebaseAccountEdit,
} from "@/features/people/account-edit";
import { aUser } from "@/test/builders";

const before = aUser(1, { role: "AGENT", teamIds: ["team_a", "team_b"] });

function edited(change: object) {
  const edit = beginAccountEdit(before);
  return { ...edit, typed: { ...edit.typed, ...change } };
}

test("only what was changed is sent", () => {
  expect(accountPatch(beginAccountEdit(before))).toEqual({});
  expect(accountPatch(edited({ name: " New ", email: before.email.toUpperCase() }))).toEqual({
    name: "New",
  });
});

test("the order of teams counts: the first is the home team", () => {
  const teamIds = ["team_b", "team_a"];
  expect(accountPatch(edited({ teamIds }))).toEqual({ teamIds });
});

test("an edit keeps what was typed, and takes what others changed elsewhere", () => {
  const theirs = aUser(1, { role: "MANAGER", name: "Theirs", version: 4, teamIds: [] });
  const edit = rebaseAccountEdit(edited({ name: "Mine" }), theirs);
  expect(edit.typed).toMatchObject({ name: "Mine", role: "MANAGER", teamIds: [] });
  expect(edit.over.version).toBe(4);
  expect(accountPatch(edit)).toEqual({ name: "Mine" });
});

test("what changed meanwhile is named", () => {
  expect(changedMeanwhile(before, { ...before, version: 9 })).toEqual([]);
  expect(changedMeanwhile(before, { ...before, role: "USER", isActive: false })).toEqual([
    "role",
    "status",
  ]);
});
