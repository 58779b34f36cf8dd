import { expect, test } from "vitest";
import {
  isInUse,
  quickFilters,
  saidByQuickFilters,
  toggled,
} from "@/features/tickets/quick-filters";
import { ticketFilter } from "@/features/tickets/ticket-filter";
import { aUser } from "@/test/builders";

const agent = aUser(1);
const labels = (view: "mine" | "team" | "deleted") =>
  quickFilters(ticketFilter("TICKET", { view }), agent).map(({ label }) => label);

test("each list offers what makes a difference there", () => {
  expect(labels("team")).toContain("Unassigned");
  expect(labels("mine")).not.toContain("Unassigned");
  expect(labels("deleted")).toEqual([]);
});

test("one is set with a press, and taken off with another", () => {
  const filter = ticketFilter("TICKET", { view: "team", tag: "vpn" });
  for (const quick of quickFilters(filter, agent)) {
    expect(isInUse(quick, filter)).toBe(false);
    const next = toggled(quick, filter);
    expect(isInUse(quick, next)).toBe(true);
    expect(toggled(quick, next)).toEqual(filter);
  }
});

test("one takes the place of another that says something else of the same", () => {
  const filter = ticketFilter("TICKET", { view: "team", due: "overdue" });
  const today = quickFilters(filter, agent).find(({ label }) => label === "Due today");
  expect(today && toggled(today, filter).due).toBe("today");
});

test("priorities add up, and their chip stays as long as one of them has no button", () => {
  const filter = ticketFilter("TICKET", { view: "team", priority: "MEDIUM" });
  const quick = (label: string) => {
    const found = quickFilters(filter, agent).find((each) => each.label === label);
    if (!found) throw new Error(`there is no ${label}`);
    return found;
  };
  const high = toggled(quick("High priority"), filter);
  expect(high.priority).toBe("MEDIUM,HIGH");
  expect(saidByQuickFilters(high, agent)).toEqual([]);
  const both = toggled(quick("Critical"), { ...filter, priority: "HIGH" });
  expect(both.priority).toBe("HIGH,CRITICAL");
  expect(saidByQuickFilters(both, agent)).toEqual(["priority", "priority"]);
  expect(toggled(quick("High priority"), both).priority).toBe("CRITICAL");
});
