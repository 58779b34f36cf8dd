import { expect, test } from "vitest";
import { submitKey } from "@/shared/lib/submit-key";

function counted() {
  let count = 0;
  return submitKey(() => `key-${++count}`);
}

test("a retry of the same body uses the same key", () => {
  const key = counted();
  expect(key.for({ title: "a" })).toBe("key-1");
  expect(key.for({ title: "a" })).toBe("key-1");
});

test("another body, and whatever follows a success, gets another key", () => {
  const key = counted();
  key.for({ title: "a" });
  expect(key.for({ title: "b" })).toBe("key-2");
  key.done();
  expect(key.for({ title: "b" })).toBe("key-3");
});

test("keys are what the API takes", () => {
  expect(submitKey().for({})).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
});
