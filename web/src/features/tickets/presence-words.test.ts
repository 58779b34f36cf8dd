import { expect, test } from "vitest";
import { typingWords, viewingWords } from "@/features/tickets/presence-words";

function one(name: string, isTyping = false, isInternal = false) {
  return { user: { id: name, name }, isTyping, isInternal };
}

test("nobody is said nothing of", () => {
  expect(viewingWords([])).toBe("");
  expect(typingWords([one("Ana")])).toBe("");
});

test("those who look are named", () => {
  expect(viewingWords([one("Ana")])).toBe("Ana is viewing");
  expect(viewingWords([one("Ana"), one("Ben")])).toBe("Ana and Ben are viewing");
  expect(viewingWords([one("Ana"), one("Ben"), one("Cleo"), one("Dan")])).toBe(
    "Ana, Ben and 2 more are viewing",
  );
});

test("replies and notes are told apart", () => {
  expect(typingWords([one("Ana", true), one("Ben", true, true), one("Cleo")])).toBe(
    "Ana is replying… Ben is writing an internal note…",
  );
});
