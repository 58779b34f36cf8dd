// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { recentTickets } from "@/features/tickets/recent-tickets";
import { draft } from "@/shared/lib/draft";
import { sessionStore } from "@/shared/session/session-store";
import { aTicket, aUser } from "@/test/builders";

function signIn(number: number) {
  sessionStore.open({ user: aUser(number), accessToken: "token", expiresAt: "2026-11-24T10:00Z" });
}

beforeEach(() => {
  localStorage.clear();
  signIn(1);
});

function numbers() {
  return recentTickets.read().map(({ number }) => number);
}

test("the latest is the first, and each is there once", () => {
  for (const number of [1, 2, 1]) recentTickets.add(aTicket(number));
  expect(numbers()).toEqual(["T-0001", "T-0002"]);
});

test("only the last few are kept, with number and title and nothing else", () => {
  for (let number = 1; number <= 9; number += 1) recentTickets.add(aTicket(number));
  expect(numbers()).toEqual(["T-0009", "T-0008", "T-0007", "T-0006", "T-0005", "T-0004"]);
  expect(recentTickets.read()[0]).toEqual({ number: "T-0009", title: "Ticket 9" });
});

test("a ticket that went out of sight is forgotten", () => {
  recentTickets.add(aTicket(1));
  recentTickets.remove("T-0001");
  expect(numbers()).toEqual([]);
});

test("another person does not see them, and after the sign-out nobody does", () => {
  recentTickets.add(aTicket(1));
  signIn(2);
  expect(numbers()).toEqual([]);
  draft.clearAll();
  signIn(1);
  expect(numbers()).toEqual([]);
});
