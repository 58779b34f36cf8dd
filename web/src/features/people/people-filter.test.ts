import { expect, test } from "vitest";
import { parsePeopleFilter } from "@/features/people/people-filter";

test("keeps what can be asked for", () => {
  const filter = { name: "An", role: "AGENT", team: `team_${"0".repeat(32)}`, status: "active" };
  expect(parsePeopleFilter(filter)).toEqual(filter);
});

test.each([
  [{}],
  [{ name: "  " }],
  [{ role: "CAPTAIN" }],
  [{ team: "team_1" }],
  [{ status: "asleep" }],
])("%o asks for nothing", (search) => {
  expect(parsePeopleFilter(search)).toEqual({});
});

test("a name that is a number is one", () => {
  expect(parsePeopleFilter({ name: 7 })).toEqual({ name: "7" });
});
