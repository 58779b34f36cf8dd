import { expect, test } from "vitest";
import { normalTag } from "@/shared/lib/tag";

test.each([
  ["Exam Period", "exam-period"],
  ["  LMS  4.5 ", "lms-4.5"],
  ["prüfung", "prüfung"],
  ["a/b", null],
  ["", null],
  ["x".repeat(41), null],
])("%j is kept as %j", (typed, kept) => {
  expect(normalTag(typed)).toBe(kept);
});
