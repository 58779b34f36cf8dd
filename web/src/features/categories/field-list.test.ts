import { expect, test } from "vitest";
import {
  fieldProblems,
  isSameList,
  keyFor,
  mergeFields,
  moved,
  optionsOf,
  tidyField,
  withKeys,
} from "@/features/categories/field-list";
import type { CustomField } from "@/shared/api/types";

const field = (key: string, change: Partial<CustomField> = {}): CustomField => ({
  key,
  label: key,
  kind: "TEXT",
  ...change,
});

const keys = (fields: CustomField[]) => fields.map(({ key }) => key).join("");

test.each([
  ["Straße / Café", []],
  ["2nd floor", []],
  ["日本", ["field"]],
])("%o beside %o has a key that the API takes", (label, taken: string[]) => {
  const key = keyFor(label, taken);
  expect(key).toMatch(/^[a-z][a-zA-Z0-9]{0,39}$/);
  expect(taken).not.toContain(key);
});

test("a key says what the label says, and none is there twice", () => {
  expect(keyFor("Room number", [])).toBe("roomNumber");
  expect(keyFor("Room number", ["roomNumber", "roomNumber2"])).toBe("roomNumber3");
  expect(keyFor("x".repeat(80), []).length).toBeLessThanOrEqual(40);
});

test("options are lines, without blank ones", () => {
  expect(optionsOf(" a \n\n b\n")).toEqual(["a", "b"]);
});

test("an entry moves up and down", () => {
  expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
});

test("only a choice keeps options, and what says nothing is left out", () => {
  expect(
    tidyField(field("a", { label: " A ", options: ["x"], help: " ", isRequired: false })),
  ).toEqual({ key: "a", label: "A", kind: "TEXT" });
});

test("what is wrong is told at the part of the field", () => {
  expect(
    fieldProblems([
      field("a", { label: " " }),
      field("b", { kind: "SELECT" }),
      field("c", { kind: "MULTI_SELECT", options: ["x", "x"] }),
      field("d", { kind: "SELECT", options: ["x", "y"] }),
    ]),
  ).toEqual({
    "fields[0].label": "Enter the label",
    "fields[1].options": "Enter what can be chosen",
    "fields[2].options": "An option is there twice",
  });
});

test("of fields that two changed, nobody's work is lost", () => {
  const before = [field("a"), field("b"), field("c")];
  const mine = [field("a", { label: "Mine" }), field("b"), field("d")];
  const theirs = [field("a"), field("b", { isRequired: true }), field("c"), field("e")];
  const merged = mergeFields(before, mine, theirs);
  expect(keys(merged)).toBe("abed");
  expect(merged[0]?.label).toBe("Mine");
  expect(merged[1]?.isRequired).toBe(true);
});

test("a field that both changed is mine, and one that they took out and I changed stays", () => {
  const before = [field("a"), field("b")];
  const mine = [field("a", { help: "mine" }), field("b", { help: "mine" })];
  const theirs = [field("a", { help: "theirs" })];
  expect(mergeFields(before, mine, theirs).map(({ help }) => help)).toEqual(["mine", "mine"]);
});

test("an order that I changed holds; otherwise theirs does", () => {
  const before = [field("a"), field("b"), field("c")];
  const turned = [field("c"), field("b"), field("a")];
  expect(keys(mergeFields(before, turned, [...before, field("d")]))).toBe("cbad");
  expect(keys(mergeFields(before, before, turned))).toBe("cba");
  expect(isSameList(mergeFields(before, before, turned), turned)).toBe(true);
});

test("a new field gets its key from its label, and never that of one that was there", () => {
  const known = [field("room")];
  const fields = withKeys([field("room"), field("newField", { label: "Room" })], known);
  expect(fields.map(({ key }) => key)).toEqual(["room", "room2"]);
  expect(withKeys([field("newField", { label: "Room" })], known)[0]?.key).toBe("room2");
});
