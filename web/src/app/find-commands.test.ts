import { Plus } from "lucide-react";
import { expect, test } from "vitest";
import { findCommands } from "@/app/find-commands";
import type { Command } from "@/app/use-commands";

function aCommand(label: string, change: Partial<Command> = {}): Command {
  return { id: label, group: "Pages", label, Icon: Plus, run: () => {}, ...change };
}

function labels(commands: Command[], query: string) {
  return findCommands(commands, query).map(([group, found]) => [
    group,
    ...found.map(({ label }) => label),
  ]);
}

test("without a query everything is there, in its order", () => {
  const all = [aCommand("One"), aCommand("Two", { group: "Actions" }), aCommand("Three")];
  expect(labels(all, " ")).toEqual([
    ["Pages", "One", "Three"],
    ["Actions", "Two"],
  ]);
});

test("every word of the query has to occur, in the name or in another word for it", () => {
  const all = [aCommand("Theme: dark", { words: "colour mode" }), aCommand("Theme: light")];
  expect(labels(all, "DARK theme")).toEqual([["Pages", "Theme: dark"]]);
  expect(labels(all, "colo")).toEqual([["Pages", "Theme: dark"]]);
  expect(labels(all, "dark blue")).toEqual([]);
});

test("what begins with the query comes first, then what has a word that does", () => {
  const all = [
    aCommand("Renew it"),
    aCommand("Something new", { group: "Actions" }),
    aCommand("New ticket", { group: "Actions" }),
  ];
  expect(labels(all, "new")).toEqual([
    ["Actions", "New ticket", "Something new"],
    ["Pages", "Renew it"],
  ]);
});

test("a ticket whose number is typed is the first, however it is typed", () => {
  const all = [
    aCommand("Question 7", { ticketNumber: "T-0001" }),
    aCommand("Broken", { ticketNumber: "T-0007" }),
  ];
  expect(labels(all, "7")).toEqual([["Pages", "Broken", "Question 7"]]);
  expect(labels(all, "t-7")).toEqual([["Pages", "Broken"]]);
});
