import { expect, test } from "vitest";
import { mayShare, putKept, sharingKey, sharingOf } from "@/shared/lib/sharing";
import { aUser, aView } from "@/test/builders";

const TEAM = { with: "TEAM", teamId: "team_1" } as const;

test("sharing reads back what it was made of", () => {
  for (const sharing of [{ with: "NOBODY" }, { with: "EVERYONE" }, TEAM] as const) {
    expect(sharingOf(sharingKey(sharing))).toEqual(sharing);
  }
});

test("managers share with their teams, admins with everybody, requesters with nobody", () => {
  const may = (role: "ADMIN" | "MANAGER" | "AGENT" | "USER", teamIds: string[]) =>
    [{ with: "NOBODY" } as const, TEAM, { with: "EVERYONE" } as const].map((sharing) =>
      mayShare(sharing, aUser(1, { role, teamIds })),
    );
  expect(may("ADMIN", [])).toEqual([true, true, true]);
  expect(may("MANAGER", ["team_1"])).toEqual([true, true, false]);
  expect(may("MANAGER", ["team_2"])).toEqual([true, false, false]);
  expect(may("AGENT", ["team_1"])).toEqual([true, false, false]);
  expect(may("USER", [])).toEqual([false, false, false]);
});

test("what was kept stands in its place by name, and leaves a list that it no longer belongs to", () => {
  const user = aUser(1, { teamIds: ["team_1"] });
  const [one, two] = [aView(1, { name: "Beta" }), aView(2, { name: "Gamma" })];
  const made = aView(3, { name: "Alpha", sharing: TEAM });
  const list = putKept([one, two], made, null, user);
  expect(list.map(({ name }) => name)).toEqual(["Alpha", "Beta", "Gamma"]);
  const moved = { ...made, sharing: { with: "TEAM", teamId: "team_2" } as const };
  expect(putKept(list, moved, null, user)).toEqual([one, two]);
  expect(putKept([made], { ...made, sharing: { with: "NOBODY" } }, "team_1", user)).toEqual([]);
});
