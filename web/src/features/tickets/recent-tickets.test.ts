// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { recentTickets } from "@/features/tickets/recent-tickets";
import { draft } from "@/shared/lib/draft";
import { aTicket } from "@/test/builders";

beforeEach(() => localStorage.clear());

function numbers(userId = "me") {
  return recentTickets.read(userId).map(({ number }) => number);
}

test("the latest is the first, and each is there once", () => {
  for (const number of [1, 2, 1]) recentTickets.add("me", aTicket(number));
  expect(numbers()).toEqual(["T-0001", "T-0002"]);
});

test("only the last few are kept, with number and title and nothing else", () => {
  for (let number = 1; number <= 9; number += 1) recentTickets.add("me", aTicket(number));
  expect(numbers()).toEqual(["T-0009", "T-0008", "T-0007", "T-0006", "T-0005", "T-0004"]);
  expect(recentTickets.read("me")[0]).toEqual({ number: "T-0009", title: "Ticket 9" });
});

test("a ticket that went out of sight is forgotten", () => {
  recentTickets.add("me", aTicket(1));
  recentTickets.remove("me", "T-0001");
  expect(numbers()).toEqual([]);
});

test("another person does not see them, and after the sign-out nobody does", () => {
  recentTickets.add("me", aTicket(1));
  expect(numbers("somebody else")).toEqual([]);
  draft.clearAll();
  expect(numbers()).toEqual([]);
});
