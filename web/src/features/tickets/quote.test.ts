import { expect, test } from "vitest";
import { withQuote } from "@/features/tickets/quote";

test("a quote stands alone, or below what was typed", () => {
  expect(withQuote("", "<p>a</p>")).toBe("<blockquote><p>a</p></blockquote><p></p>");
  expect(withQuote("<p> </p>", "<p>a</p>")).toBe("<blockquote><p>a</p></blockquote><p></p>");
  expect(withQuote("<p>b</p>", "<p>a</p>")).toBe(
    "<p>b</p><blockquote><p>a</p></blockquote><p></p>",
  );
});
