// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { excerpt, plainText } from "@/shared/lib/plain-text";

test("each paragraph and each entry of a list is a line", () => {
  const html =
    "<p>Try <b>this</b>:</p><ul><li><p>restart</p></li><li>sign in</li></ul><p>Bye<br>M.</p>";
  expect(plainText(html)).toBe("Try this:\n• restart\n• sign in\nBye\nM.");
});

test("an excerpt leaves out what was quoted, and ends with a word", () => {
  const html = "<blockquote><p>It is broken</p></blockquote><p>We have repaired the projector.</p>";
  expect(excerpt(html, 100)).toBe("We have repaired the projector.");
  expect(excerpt(html, 22)).toBe("We have repaired the…");
});

test("what is nothing but a quote is told as it is", () => {
  expect(excerpt("<blockquote>It is broken</blockquote>", 100)).toBe("It is broken");
});
