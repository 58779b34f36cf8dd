import { expect, test } from "vitest";
import { withQuote } from "@/features/tickets/quote";

test("a quote stands alone, or below what was typed", () => {
  expect(withQuote("", "<p>a</p>")).toBe("<blockquote><p>a</p></blockquote><p></p>");
  expect(withQuote("<p> </p>", "<p>a</p>")).toBe("<blockquote><p>a</p></blockquote><p></p>");
  expect(withQuote("<p>b</p>", "<p>a</p>")).toBe(
    "<p>b</p><blockquote><p>a</p></blockquote><p></p>",
  );
});

test("who was mentioned in a quoted text is named, and not mentioned once more", () => {
  const quoted = '<p>Ask <span data-type="mention" data-id="usr_1">@Mila</span>!</p>';
  expect(withQuote("", quoted)).toContain("<p>Ask @Mila!</p>");
});
