import { expect, test } from "vitest";
import { bestMatches, tellingWords, wordsInCommon } from "@/features/tickets/similar-titles";

test("words that say nothing, and marks on letters, are left out", () => {
  expect(tellingWords("I cannot open the Café's course, the course!")).toEqual([
    "open",
    "cafe",
    "course",
  ]);
});

test("forms of one word are one word", () => {
  expect(wordsInCommon(["courses", "enrol"], "Joining a course: enrolment")).toBe(2);
  expect(wordsInCommon(["car"], "carpet")).toBe(0);
});

test("the best come first, and what has too little in common does not come", () => {
  const texts = ["Printer jams", "Printer in room 12 jams again", "Wi-Fi"];
  const words = tellingWords("printer room 12 jams");
  const itself = (text: string) => text;
  expect(bestMatches(words, texts, itself, 2, 5)).toEqual([texts[1], texts[0]]);
  expect(bestMatches(words, texts, itself, 2, 1)).toEqual([texts[1]]);
  expect(bestMatches([], texts, itself, 0, 5)).toEqual([]);
});
