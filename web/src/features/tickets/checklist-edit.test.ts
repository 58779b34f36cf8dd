import { expect, test } from "vitest";
import {
  addEntries,
  changeEntry,
  doneCount,
  MOST_ENTRIES,
  moveEntry,
  removeEntry,
} from "@/features/tickets/checklist-edit";

const list = ["a", "b", "c"].map((text) => ({ text, isDone: text === "b" }));

function texts(entries: typeof list) {
  return entries.map(({ text }) => text).join(" ");
}

test("an entry moves by one place, and not over the ends", () => {
  expect(texts(moveEntry(list, 0, 1) as typeof list)).toBe("b a c");
  expect(texts(moveEntry(list, 2, -1) as typeof list)).toBe("a c b");
  expect(moveEntry(list, 0, -1)).toBe(list);
  expect(moveEntry(list, 2, 1)).toBe(list);
});

test("one entry is changed or removed, and the others stay", () => {
  expect(changeEntry(list, 2, { isDone: true })).toEqual([
    list[0],
    list[1],
    { text: "c", isDone: true },
  ]);
  expect(texts(removeEntry(list, 1) as typeof list)).toBe("a c");
});

test("each line that says something becomes an entry, up to the most", () => {
  expect(texts(addEntries(list, " d \n\n e ") as typeof list)).toBe("a b c d e");
  expect(addEntries(list, "x\n".repeat(200))).toHaveLength(MOST_ENTRIES);
});

test("what is done is counted", () => {
  expect(doneCount(list)).toBe(1);
});
