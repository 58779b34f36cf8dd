import { expect, test } from "vitest";
import type { Ticket } from "@/shared/api/types";
import {
  actionWords,
  effectiveActions,
  hasActions,
  isStatusRefused,
} from "@/shared/lib/macro-actions";
import { ticketDetails } from "@/test/builders";

const NAMES = { category: () => "Network", team: () => undefined, person: () => "Ana Silva" };

function words(actions: Parameters<typeof actionWords>[0]): string[] {
  return actionWords(actions, NAMES).map((each) => each.words);
}

test("what a macro does is said in a few words each", () => {
  expect(
    words({
      status: "ON_HOLD",
      priority: "HIGH",
      assignee: "me",
      teamId: "team_1",
      categoryId: "cat_1",
      addTags: ["a"],
      removeTags: ["b"],
    }),
  ).toEqual([
    "Status → On hold",
    "Priority → High",
    "Assign to me",
    "Team → …",
    "Category → Network",
    "+ a",
    "− b",
  ]);
  expect(words({ assignee: "nobody" })).toEqual(["Assign to nobody"]);
  expect(words({ assignee: "usr_1" })).toEqual(["Assign to Ana Silva"]);
});

test("what is so already is no change", () => {
  const ticket: Ticket = {
    ...ticketDetails([]).ticket,
    tags: ["a"],
    assignee: { id: "usr_me", name: "Me" },
  };
  const actions = {
    status: "OPEN",
    assignee: "me",
    priority: "LOW",
    addTags: ["a", "b"],
    removeTags: ["c"],
  } as const;
  const left = effectiveActions(
    { ...actions, addTags: ["a", "b"], removeTags: ["c"] },
    ticket,
    "usr_me",
  );
  expect(words(left)).toEqual(["Priority → Low", "+ b"]);
  expect(hasActions(left)).toBe(true);
});

test("a macro that only says something does nothing", () => {
  expect(hasActions({})).toBe(false);
  expect(hasActions({ addTags: [], status: null })).toBe(false);
});

test("a status that cannot follow is known beforehand", () => {
  const { ticket } = ticketDetails([]);
  expect(isStatusRefused({ status: "CLOSED" }, ticket)).toBe(true);
  expect(isStatusRefused({ status: "IN_PROGRESS" }, ticket)).toBe(false);
  expect(isStatusRefused({ status: "OPEN" }, ticket)).toBe(false);
  expect(isStatusRefused({}, ticket)).toBe(false);
});
