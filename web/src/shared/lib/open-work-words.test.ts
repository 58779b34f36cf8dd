import { expect, test } from "vitest";
import { countWords, hasOpenWork, openWorkWords } from "@/shared/lib/open-work-words";

const none = { count: 0, isMore: false };

test("both kinds are named, each in its number", () => {
  const work = { TICKET: { count: 3, isMore: false }, TASK: { count: 1, isMore: false } };
  expect(openWorkWords(work)).toBe("3 tickets and 1 task");
});

test("a kind that there is none of is left out", () => {
  expect(openWorkWords({ TICKET: none, TASK: { count: 2, isMore: false } })).toBe("2 tasks");
  expect(openWorkWords({ TICKET: { count: 1, isMore: false }, TASK: none })).toBe("1 ticket");
});

test("nothing is nothing", () => {
  expect(openWorkWords({ TICKET: none, TASK: none })).toBeNull();
  expect(hasOpenWork({ TICKET: none, TASK: none })).toBe(false);
});

test("where a page is not enough, no exact number is claimed", () => {
  expect(countWords({ count: 100, isMore: true }, "TICKET")).toBe("100 or more tickets");
  expect(countWords({ count: 1, isMore: true }, "TASK")).toBe("1 or more tasks");
  expect(hasOpenWork({ TICKET: { count: 0, isMore: true }, TASK: none })).toBe(true);
});
