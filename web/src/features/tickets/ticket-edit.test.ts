import { describe, expect, test } from "vitest";
import {
  beginEdit,
  contested,
  editPatch,
  rebaseEdit,
  type TicketText,
} from "@/features/tickets/ticket-edit";
import type { Ticket } from "@/shared/api/types";
import { ticketDetails } from "@/test/builders";

const before: Ticket = { ...ticketDetails([]).ticket, title: "Old", description: "<p>old</p>" };

function typed(change: Partial<TicketText>) {
  const { over, typed: text } = beginEdit(before);
  return { over, typed: { ...text, ...change } };
}

function theirs(change: Partial<Ticket>): Ticket {
  return { ...before, version: before.version + 1, ...change };
}

describe("what is sent", () => {
  test("only the fields that were changed", () => {
    expect(editPatch(typed({}))).toEqual({});
    expect(editPatch(typed({ title: "New" }))).toEqual({ title: "New" });
  });

  test("space around a title is no change, and an empty paragraph is no description", () => {
    expect(editPatch(typed({ title: " Old " }))).toEqual({});
    expect(editPatch(typed({ description: "<p></p>" }))).toEqual({ description: "" });
  });
});

describe("what others changed meanwhile", () => {
  test("is contested where both changed the same field", () => {
    const edit = typed({ title: "Mine" });
    expect(contested(edit, theirs({ title: "Theirs" }))).toEqual(["title"]);
    expect(contested(edit, theirs({ description: "<p>theirs</p>" }))).toEqual([]);
    expect(contested(edit, theirs({ status: "ON_HOLD" }))).toEqual([]);
  });

  test("is not contested where both mean the same", () => {
    expect(contested(typed({ title: "Same" }), theirs({ title: "Same" }))).toEqual([]);
  });
});

test("over their version, what was typed stays and what was not touched is theirs", () => {
  const present = theirs({ title: "Theirs", description: "<p>theirs</p>" });
  const edit = rebaseEdit(typed({ title: "Mine" }), present);
  expect(edit.typed).toEqual({ title: "Mine", description: "<p>theirs</p>" });
  expect(edit.over.version).toBe(present.version);
  expect(editPatch(edit)).toEqual({ title: "Mine" });
});
