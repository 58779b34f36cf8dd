import { expect, test } from "vitest";
import { ApiError } from "@/shared/api/api-error";
import { errorMessage } from "@/shared/api/error-message";
import { fieldErrors } from "@/shared/api/field-errors";
import { retryAfterSeconds } from "@/shared/api/to-api-error";
import type { Problem } from "@/shared/api/types";

function validation(errors: Problem["errors"]) {
  return new ApiError(422, {
    type: "/problems/validation",
    title: "A field breaks a rule",
    status: 422,
    detail: "see `errors`",
    code: "validation",
    errors,
  });
}

test("puts each rule at its field, as a sentence", () => {
  const error = validation([{ field: "title", rule: "must be 1 to 200 characters" }]);
  expect(fieldErrors(error, ["title"])).toEqual({
    fields: { title: "Must be 1 to 200 characters" },
    other: [],
  });
});

test("joins several rules of one field, and finds the field of a path", () => {
  const error = validation([
    { field: "title", rule: "one" },
    { field: "title", rule: "two" },
    { field: "teamIds[1].id", rule: "three" },
  ]);
  expect(fieldErrors(error, ["title", "teamIds"]).fields).toEqual({
    title: "One; two",
    teamIds: "Three",
  });
});

test("swallows no rule of a field that the form does not show", () => {
  const error = validation([{ field: "Idempotency-Key", rule: "is malformed" }]);
  expect(fieldErrors(error, ["title"]).other).toEqual(["Idempotency-Key: is malformed"]);
});

test("has nothing to say about other errors", () => {
  expect(fieldErrors(new Error("no"), ["title"])).toEqual({ fields: {}, other: [] });
});

test("says when to try again after too many attempts", () => {
  expect(errorMessage(new ApiError(429, null, 840))).toContain("in 14 minutes");
  expect(errorMessage(new ApiError(429, null, 30))).toContain("in 30 s");
  expect(errorMessage(new ApiError(429, null))).toContain("in a few minutes");
});

test("reads Retry-After as seconds and as a date", () => {
  const now = Date.parse("2026-11-24T10:00:00Z");
  expect(retryAfterSeconds("90", now)).toBe(90);
  expect(retryAfterSeconds("Tue, 24 Nov 2026 10:01:00 GMT", now)).toBe(60);
  expect(retryAfterSeconds(null, now)).toBeNull();
  expect(retryAfterSeconds("soon", now)).toBeNull();
});
