import { expect, test } from "vitest";
import { ApiError } from "@/shared/api/api-error";
import type { CustomField } from "@/shared/api/types";
import { answerErrors, answersTo, missingAnswers, shownAnswer } from "@/shared/lib/custom-fields";

function field(key: string, change: Partial<CustomField> = {}): CustomField {
  return { key, label: key, kind: "TEXT", ...change };
}

test.each([
  ["TEXT", "hello", "hello"],
  ["NUMBER", 12, "12"],
  ["DATE", "2026-09-01", "1 Sept 2026"],
  ["MULTI_SELECT", ["A", "B"], "A, B"],
  ["MULTI_SELECT", [], null],
  ["CHECKBOX", true, "Yes"],
  ["CHECKBOX", false, "No"],
  ["TEXT", undefined, null],
] as const)("an answer of the kind %s is read", (kind, value, shown) => {
  const answer = Array.isArray(value) ? [...value] : (value as string);
  expect(shownAnswer(field("a", { kind }), answer)).toBe(shown);
});

test("only answers to the fields that are asked for are sent", () => {
  expect(answersTo([field("a"), field("b")], { a: "1", b: "", c: "3" })).toEqual({ a: "1" });
});

test("what is required and has no answer is told", () => {
  const fields = [
    field("a", { isRequired: true }),
    field("b", { isRequired: true, kind: "CHECKBOX" }),
    field("c"),
  ];
  expect(missingAnswers(fields, { a: " ", b: false })).toEqual({
    a: "Must be given",
    b: "Must be ticked",
  });
  expect(missingAnswers(fields, { a: "x", b: true })).toEqual({});
});

test("the server's words stand at the field that they are about", () => {
  const error = new ApiError(422, {
    type: "/problems/validation",
    title: "A field breaks a rule",
    status: 422,
    detail: "",
    code: "validation",
    errors: [
      { field: "customFields.room", rule: "must be given" },
      { field: "title", rule: "must be one line" },
    ],
  });
  expect(answerErrors(error, [field("room")])).toEqual({ room: "Must be given" });
});
