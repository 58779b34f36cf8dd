import { expect, test } from "vitest";
import {
  beginTeamEdit,
  newTeam,
  rebaseTeamEdit,
  teamChanges,
  teamPatch,
} from "@/features/teams/team-edit";
import { aTeam } from "@/test/builders";

const before = aTeam(1, {
  name: "Old",
  description: "What it does",
  manager: { id: "usr_1", name: "Ann" },
});

function edited(change: object) {
  const edit = beginTeamEdit(before);
  return { ...edit, typed: { ...edit.typed, ...change } };
}

test("only what was changed is sent", () => {
  expect(teamPatch(beginTeamEdit(before))).toEqual({});
  expect(teamPatch(edited({ name: " New ", description: " " }))).toEqual({
    name: "New",
    description: null,
  });
  expect(teamPatch(edited({ manager: null, color: "#112233" }))).toEqual({
    managerId: null,
    color: "#112233",
  });
});

test("of a new team, what was left empty is not said", () => {
  expect(newTeam({ name: " A ", description: " ", color: null, manager: null })).toEqual({
    name: "A",
  });
});

test("an edit keeps what was typed, and takes what others changed elsewhere", () => {
  const theirs = { ...before, name: "Theirs", description: "Else", version: 4 };
  const edit = rebaseTeamEdit(edited({ name: "Mine" }), theirs);
  expect(edit.typed).toMatchObject({ name: "Mine", description: "Else" });
  expect(edit.over.version).toBe(4);
  expect(teamPatch(edit)).toEqual({ name: "Mine" });
});

test("what changed meanwhile is named in words", () => {
  expect(teamChanges(before, { ...before, version: 2 })).toEqual([]);
  expect(teamChanges(before, { ...before, manager: null, color: "#2563eb" })).toEqual([
    { label: "Colour", before: "none", now: "blue" },
    { label: "Manager", before: "Ann", now: "nobody" },
  ]);
});
