// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { safeRedirect } from "@/shared/session/safe-redirect";

test("keeps a page of the app with its search", () => {
  expect(safeRedirect("/tickets/T-0042?a=b#c")).toBe("/tickets/T-0042?a=b#c");
});

test.each([
  [undefined],
  [""],
  ["https://evil.example/"],
  ["//evil.example/"],
  ["/\\evil.example"],
  ["javascript:alert(1)"],
  ["/sign-in?redirect=/sign-in"],
])("refuses %s", (target) => {
  expect(safeRedirect(target)).toBe("/");
});
