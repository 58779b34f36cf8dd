import { expect, test } from "vitest";
import { countOf, itemTarget, typedNumber, typeOfNumber } from "@/shared/lib/item-words";

test.each([
  ["42", "TICKET", "T-0042"],
  ["t-42", "TICKET", "T-0042"],
  ["#42", "TICKET", "T-0042"],
  ["TASK-7", "TICKET", "TASK-0007"],
  ["task7", "TICKET", "TASK-0007"],
  ["7", "TASK", "TASK-0007"],
  ["T-7", "TASK", "T-0007"],
  [" T-123456 ", "TICKET", "T-123456"],
  ["0", "TICKET", null],
  ["T-", "TICKET", null],
  ["a7", "TICKET", null],
] as const)("%s, typed where it is about a %s, is %s", (text, type, number) => {
  expect(typedNumber(text, type)).toBe(number);
});

test("a number says what it is of, and where its page is", () => {
  expect(typeOfNumber("TASK-0001")).toBe("TASK");
  expect(itemTarget({ number: "TASK-0001" }).to).toBe("/tasks/$ticketRef");
  expect(itemTarget({ number: "T-0001" }).to).toBe("/tickets/$ticketRef");
  expect(itemTarget({ number: "wi_1", type: "TASK" }).to).toBe("/tasks/$ticketRef");
});

test("one is told from many", () => {
  expect([countOf(1, "TASK"), countOf(2, "TICKET"), countOf(0, "TICKET")]).toEqual([
    "1 task",
    "2 tickets",
    "0 tickets",
  ]);
});
