// @vitest-environment happy-dom

import { expect, test } from "vitest";
import { pictureHtml, withoutPicture, withPictures } from "@/shared/files/pictures";

const TEXT =
  '<p>See <img src="attachment:att_1" alt="a"> and <img src="attachment:att_2" alt="b"></p>';

test("a picture in a text is shown from its address, and named where there is none", () => {
  const shown = withPictures(TEXT, (id) => (id === "att_1" ? "https://bucket/1" : null));
  expect(shown).toContain('src="https://bucket/1"');
  expect(shown).toContain("<em>[Picture that is not there any more: b]</em>");
  expect(withPictures(TEXT, () => undefined)).toContain("<em>[Picture: a]</em>");
});

test("a picture whose upload was given up leaves the text", () => {
  expect(withoutPicture(TEXT, "att_1")).toBe(
    '<p>See  and <img src="attachment:att_2" alt="b"></p>',
  );
});

test("a file's name cannot break out of the picture's words", () => {
  expect(pictureHtml("att_1", 'a"><b>')).not.toContain('a"><b>');
});
