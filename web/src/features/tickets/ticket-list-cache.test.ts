import { describe, expect, test } from "vitest";
import type { TicketFilter } from "@/features/tickets/ticket-filter";
import {
  applyTicket,
  applyToSorted,
  emptyAtEnd,
  flatten,
  type TicketPages,
} from "@/features/tickets/ticket-list-cache";
import type { TicketSummary } from "@/shared/api/types";
import { aTicket, aUser } from "@/test/builders";

const me = aUser(1, { teamIds: ["team_1"] });
const all: TicketFilter = { type: "TICKET", view: "all", status: "ACTIVE" };

function list(pages: TicketSummary[][], nextCursor: string | null = null): TicketPages {
  return {
    pages: pages.map((items, index) => ({
      items,
      nextCursor: index === pages.length - 1 ? nextCursor : `cursor-${index}`,
    })),
    pageParams: pages.map(() => undefined),
  };
}

function numbers(pages: TicketPages) {
  return flatten(pages).map(({ number }) => number);
}

describe("applyTicket", () => {
  test("a new ticket stands first among the open ones", () => {
    const before = list([[aTicket(2), aTicket(1), aTicket(3, { status: "ON_HOLD" })]]);
    const after = applyTicket(before, aTicket(4), all, me);
    expect(numbers(after)).toEqual(["T-0004", "T-0002", "T-0001", "T-0003"]);
  });

  test("a changed ticket moves to its new status, over pages", () => {
    const before = list([[aTicket(3), aTicket(2)], [aTicket(1, { status: "IN_PROGRESS" })]]);
    const moved = aTicket(3, { status: "IN_PROGRESS", version: 2 });
    expect(numbers(applyTicket(before, moved, all, me))).toEqual(["T-0002", "T-0003", "T-0001"]);
  });

  test("a ticket that no longer fits goes", () => {
    const before = list([[aTicket(2), aTicket(1)]]);
    const resolved = aTicket(2, { status: "RESOLVED", version: 2 });
    expect(numbers(applyTicket(before, resolved, all, me))).toEqual(["T-0001"]);
  });

  test("a ticket that is none of this list's changes nothing", () => {
    const before = list([[aTicket(1)]]);
    expect(applyTicket(before, aTicket(2, { status: "CLOSED" }), all, me)).toBe(before);
  });

  test("an older version than the one shown changes nothing", () => {
    const before = list([[aTicket(1, { version: 5 })]]);
    expect(applyTicket(before, aTicket(1, { version: 4 }), all, me)).toBe(before);
  });

  test("a row beyond the last page loaded waits for its page", () => {
    const before = list([[aTicket(9), aTicket(8)]], "more");
    expect(numbers(applyTicket(before, aTicket(1), all, me))).toEqual(["T-0009", "T-0008"]);
    const whole = list([[aTicket(9), aTicket(8)]]);
    expect(numbers(applyTicket(whole, aTicket(1), all, me))).toEqual([
      "T-0009",
      "T-0008",
      "T-0001",
    ]);
  });

  test("the first ticket appears in an empty list", () => {
    expect(numbers(applyTicket(list([[]]), aTicket(1), all, me))).toEqual(["T-0001"]);
  });
});

test("empty pages at the end are counted, and those before others are not", () => {
  expect(emptyAtEnd(list([[aTicket(1)]]))).toBe(0);
  expect(emptyAtEnd(list([[], [aTicket(1)], [], []], "more"))).toBe(2);
  expect(emptyAtEnd(list([[]], "more"))).toBe(1);
});

describe("the views", () => {
  const mine: TicketFilter = { type: "TICKET", view: "mine", status: "ALL" };
  const shows = (ticket: TicketSummary, filter: TicketFilter, user = me) =>
    flatten(applyTicket(list([[]]), ticket, filter, user)).length === 1;

  test("mine is what staff are assigned, and what a requester raised", () => {
    const requester = aUser(2, { role: "USER" });
    const ticket = aTicket(1, {
      assignee: { id: me.id, name: me.name },
      creator: { id: requester.id, name: requester.name },
    });
    expect(shows(ticket, mine)).toBe(true);
    expect(shows(ticket, mine, requester)).toBe(true);
    expect(shows(ticket, mine, aUser(3))).toBe(false);
    expect(shows(ticket, { ...mine, view: "created" })).toBe(false);
  });

  test("team is what is in a queue of my teams", () => {
    const team: TicketFilter = { type: "TICKET", view: "team", status: "ALL" };
    expect(shows(aTicket(1, { teamId: "team_1" }), team)).toBe(true);
    expect(shows(aTicket(1, { teamId: "team_2" }), team)).toBe(false);
    expect(shows(aTicket(1), team)).toBe(false);
  });

  test("done is what active is not", () => {
    for (const status of ["RESOLVED", "CLOSED", "CANCELLED"] as const) {
      expect(shows(aTicket(1, { status }), { ...mine, view: "all", status: "DONE" })).toBe(true);
      expect(shows(aTicket(1, { status }), all)).toBe(false);
    }
  });
});

describe("applyToSorted", () => {
  const sorted: TicketFilter = { ...all, sort: "priority" };

  test("a row changes where it stands: only the server knows where it belongs", () => {
    const before = list([[aTicket(1), aTicket(2)]]);
    const changed = aTicket(2, { priority: "CRITICAL", version: 2 });
    const after = applyToSorted(before, changed, sorted, me);
    expect(after && flatten(after)).toEqual([aTicket(1), changed]);
  });

  test("what does not belong any more is taken out, and what is new is left to the next read", () => {
    const before = list([[aTicket(1), aTicket(2)]]);
    const closed = aTicket(2, { status: "CLOSED", version: 2 });
    const after = applyToSorted(before, closed, sorted, me);
    expect(after && numbers(after)).toEqual(["T-0001"]);
    expect(applyToSorted(before, aTicket(3), sorted, me)).toBe(before);
  });

  test("what is older, or belongs elsewhere, is no reason to read again", () => {
    const before = list([[aTicket(1, { version: 5 })]]);
    expect(applyToSorted(before, aTicket(1, { version: 4 }), sorted, me)).toBeNull();
    expect(applyToSorted(before, aTicket(2, { status: "CLOSED" }), sorted, me)).toBeNull();
  });
});
