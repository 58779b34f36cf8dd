import { expect, test } from "vitest";
import { inSections, isFound, statusHint } from "@/features/tickets/portal/portal-words";
import { STATUSES } from "@/shared/lib/labels";
import { aTicket } from "@/test/builders";

const ALL = STATUSES.map((status, at) => aTicket(at + 1, { status }));

function statuses(isFollowed: boolean) {
  const sections = inSections(ALL, isFollowed);
  return Object.fromEntries(
    Object.entries(sections).map(([name, tickets]) => [name, tickets.map(({ status }) => status)]),
  );
}

test("what is on hold or solved waits for whoever raised it", () => {
  expect(statuses(false)).toEqual({
    waiting: ["ON_HOLD", "RESOLVED"],
    working: ["OPEN", "IN_PROGRESS"],
    over: ["CLOSED", "CANCELLED"],
  });
});

test("nothing waits for somebody who only follows", () => {
  expect(statuses(true)).toEqual({
    waiting: [],
    working: ["OPEN", "IN_PROGRESS", "ON_HOLD"],
    over: ["RESOLVED", "CLOSED", "CANCELLED"],
  });
});

test("a requester reads who works on it", () => {
  const assignee = { id: "usr_1", name: "Priya Raman" };
  expect(statusHint({ status: "IN_PROGRESS", assignee })).toBe("Priya Raman is working on it");
  expect(statusHint({ status: "IN_PROGRESS" })).toBe("The team is working on it");
});

test("a ticket is found by words of its title and by its number", () => {
  const ticket = aTicket(42, { title: "No reset link in my mailbox" });
  expect(isFound(ticket, "mailbox RESET")).toBe(true);
  expect(isFound(ticket, "t-0042")).toBe(true);
  expect(isFound(ticket, "mailbox printer")).toBe(false);
  expect(isFound(ticket, "")).toBe(true);
});
