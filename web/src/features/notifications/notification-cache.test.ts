import { expect, test } from "vitest";
import { markRead, putOnTop, withLess, withNew } from "@/features/notifications/notification-cache";
import { aNotification } from "@/test/builders";

const LIST = {
  pages: [
    { items: [aNotification("b")], nextCursor: "more" },
    { items: [aNotification("a")], nextCursor: null },
  ],
  pageParams: [undefined, "more"],
};

function ids(list: typeof LIST | ReturnType<typeof putOnTop>) {
  return list.pages.map(({ items }) => items.map(({ id }) => id));
}

test("what is new comes first", () => {
  expect(ids(putOnTop(LIST, aNotification("c")))).toEqual([["c", "b"], ["a"]]);
});

test("one that tells of more changes takes its own place, on top", () => {
  const next = putOnTop(LIST, aNotification("a", { count: 3 }));
  expect(ids(next)).toEqual([["a", "b"], []]);
  expect(next.pages[0]?.items[0]?.count).toBe(3);
});

test("one is read, or all are", () => {
  const read = (list: ReturnType<typeof markRead>) =>
    list.pages.flatMap(({ items }) => items.map(({ isRead }) => isRead));
  expect(read(markRead(LIST, "a"))).toEqual([false, true]);
  expect(read(markRead(LIST))).toEqual([true, true]);
});

test("what is new is counted once, however much it tells of, and no further than is counted", () => {
  const count = { count: 3, isMore: false };
  expect(withNew(count, aNotification("c")).count).toBe(4);
  expect(withNew(count, aNotification("c", { count: 2 })).count).toBe(3);
  expect(withNew({ count: 99, isMore: false }, aNotification("c"))).toEqual({
    count: 100,
    isMore: true,
  });
  expect(withNew({ count: 100, isMore: true }, aNotification("c")).count).toBe(100);
});

test("what is read is counted no more", () => {
  expect(withLess({ count: 3, isMore: false }, 1).count).toBe(2);
  expect(withLess({ count: 0, isMore: false }, 1).count).toBe(0);
});
