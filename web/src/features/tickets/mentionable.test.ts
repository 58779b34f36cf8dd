// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { refusalOf } from "@/features/tickets/mentionable";
import { ApiError } from "@/shared/api/api-error";

const ID = `usr_${"0".repeat(31)}7`;

const REFUSAL = new ApiError(422, {
  type: "/problems/validation",
  title: "A field breaks a rule",
  status: 422,
  detail: "see `errors`",
  code: "validation",
  errors: [
    { field: "content", rule: `must mention only people who may read it: \`${ID}\` may not` },
  ],
});

test("who is mentioned and cannot read it is named", () => {
  const content = `<p>Hi <span data-type="mention" data-id="${ID}">@Mila Anchor</span>!</p>`;
  expect(refusalOf(REFUSAL, content)).toContain("Mila Anchor cannot read this");
});

test("a refusal of anything else is told as it is", () => {
  expect(refusalOf(REFUSAL, "<p>nobody</p>")).toContain("must mention only people");
  expect(refusalOf(new ApiError(0, null), "")).toContain("No connection");
});
