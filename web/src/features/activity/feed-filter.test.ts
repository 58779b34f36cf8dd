import { expect, test } from "vitest";
import {
  isSifted,
  parseFeedFilter,
  parseKindFilter,
  takes,
  withPart,
} from "@/features/activity/feed-filter";
import { anEntry } from "@/test/builders";

const TEAM = `team_${"0".repeat(32)}`;
const PERSON = `usr_${"0".repeat(32)}`;

test("keeps what can be asked for", () => {
  const filter = { group: "COMMENTED", type: "TASK", team: TEAM, person: PERSON };
  expect(parseFeedFilter(filter)).toEqual(filter);
});

test.each([[{ group: "FLYING" }], [{ type: 7 }], [{ team: PERSON }], [{ person: "me" }]])(
  "%o asks for nothing",
  (search) => {
    expect(parseFeedFilter(search)).toEqual({});
  },
);

test("what has just happened is taken where all that is asked for holds", () => {
  const entry = anEntry(1, { action: "COMMENT_EDITED", teamId: TEAM });
  expect(takes({}, entry)).toBe(true);
  expect(takes({ group: "COMMENTED", type: "TICKET", team: TEAM }, entry)).toBe(true);
  expect(takes({ group: "CHANGED" }, entry)).toBe(false);
  expect(takes({ type: "TASK" }, entry)).toBe(false);
  expect(takes({ person: PERSON }, entry)).toBe(false);
});

test("the feed of a person or a team takes from its address what kind is asked for, and nothing else", () => {
  const search = { group: "COMMENTED", type: "TASK", team: TEAM, tab: "work" };
  expect(parseKindFilter(search)).toEqual({ group: "COMMENTED", type: "TASK" });
});

test("what is asked for no longer leaves the address", () => {
  const filter = withPart({ group: "COMMENTED", type: "TASK" }, { group: undefined });
  expect(filter).toEqual({ type: "TASK" });
  expect(isSifted(filter)).toBe(true);
  expect(isSifted(withPart(filter, { type: undefined }))).toBe(false);
});
