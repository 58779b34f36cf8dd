import { expect, test } from "vitest";
import { emptyMacro, macroBody, macroProblems } from "@/features/macros/macro-edit";
import { unknownVariables, withSamples } from "@/shared/lib/macro-variables";

const NEW = emptyMacro({ with: "NOBODY" });

test("what was left empty is not sent", () => {
  const typed = {
    ...NEW,
    name: " Later ",
    content: "<p></p>",
    actions: { status: null, priority: "LOW", addTags: [] } as const,
  };
  expect(macroBody({ ...typed, actions: { status: null, priority: "LOW", addTags: [] } })).toEqual({
    name: "Later",
    description: null,
    reply: null,
    actions: { priority: "LOW" },
    sharing: { with: "NOBODY" },
  });
});

test("a macro has a name, and says or does something", () => {
  expect(Object.keys(macroProblems(NEW))).toEqual(["name", "reply"]);
  expect(macroProblems({ ...NEW, name: "x", content: "<p>Hi</p>" })).toEqual({});
  expect(macroProblems({ ...NEW, name: "x", actions: { assignee: "me" } })).toEqual({});
});

test("a variable that does not exist is named before anything is sent", () => {
  const typed = { ...NEW, name: "x", content: "<p>{{agent.name}} {{ticket.colour}}</p>" };
  expect(macroProblems(typed).reply).toContain("{{ticket.colour}}");
  expect(unknownVariables("<p>{{ ticket.number }}</p>")).toEqual([]);
});

test("a preview has samples in the place of the variables", () => {
  expect(withSamples("<p>Hi {{ requester.firstName }}, {{x}}</p>")).toBe("<p>Hi Jonas, {{x}}</p>");
});
