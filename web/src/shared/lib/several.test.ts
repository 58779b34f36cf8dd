import { expect, test } from "vitest";
import { eitherOf, join, joinSorted, split } from "@/shared/lib/several";

test("what was joined is split again, in one way of writing it", () => {
  expect(join(["HIGH", "LOW", "HIGH", "OTHER"], ["LOW", "MEDIUM", "HIGH"])).toBe("LOW,HIGH");
  expect(joinSorted(["b", "a", "b"])).toBe("a,b");
  expect(split("LOW,HIGH")).toEqual(["LOW", "HIGH"]);
});

test("no value is no text", () => {
  expect(join([], ["LOW"])).toBeUndefined();
  expect(joinSorted([])).toBeUndefined();
  expect(split(undefined)).toEqual([]);
});

test("one of several is said with or", () => {
  expect(eitherOf(["low", "medium", "high"])).toBe("low, medium or high");
});
