// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { replacePerson } from "@/features/people/account-cache";
import { aUser } from "@/test/builders";

test("a changed person takes the old one's place, on whichever page", () => {
  const list = {
    pages: [
      { items: [aUser(1), aUser(2)], nextCursor: "more" },
      { items: [aUser(3)], nextCursor: null },
    ],
    pageParams: [undefined, "more"],
  };
  const changed = replacePerson(list, aUser(3, { name: "New" }));
  expect(changed.pages.map(({ items }) => items.map(({ name }) => name))).toEqual([
    ["Person 1", "Person 2"],
    ["New"],
  ]);
});
