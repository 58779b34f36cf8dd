import { expect, test } from "vitest";
import { mimeTypeOf, refusalOf, sizeWords } from "@/shared/files/file-types";

test("a file's type is the browser's where the server knows it, else that of its ending", () => {
  expect(mimeTypeOf({ name: "a.bin", type: "image/png" })).toBe("image/png");
  expect(mimeTypeOf({ name: "Notes.MD", type: "" })).toBe("text/markdown");
  expect(mimeTypeOf({ name: "a.zip", type: "application/x-zip-compressed" })).toBe(
    "application/zip",
  );
  expect(mimeTypeOf({ name: "page.html", type: "text/html" })).toBeNull();
});

test("what the server would refuse is refused before it is sent, with the reason", () => {
  const text = { name: "a.txt", type: "text/plain" };
  expect(refusalOf({ ...text, size: 1 })).toBeNull();
  expect(refusalOf({ ...text, size: 10 * 1024 * 1024 })).toBeNull();
  expect(refusalOf({ ...text, size: 0 })).toBe("It is empty.");
  expect(refusalOf({ ...text, size: 12 * 1024 * 1024 })).toContain("at most 10 MB");
  expect(refusalOf({ name: "a.svg", type: "image/svg+xml", size: 9 })).toContain("type");
});

test("sizes are told in the unit that suits them", () => {
  expect([900, 2048, 1_572_864].map(sizeWords)).toEqual(["900 B", "2 KB", "1.5 MB"]);
});
