import { describe, expect, test } from "vitest";
import {
  belongs,
  listParameters,
  NOBODY,
  parseTicketSearch,
  searchOf,
  sieveCount,
  type TicketFilter,
  ticketFilter,
  withoutSieve,
  withoutSorting,
} from "@/features/tickets/ticket-filter";
import { aTicket, aUser } from "@/test/builders";

const id = (prefix: string) => `${prefix}_${"0".repeat(31)}1`;
const now = new Date(2026, 10, 24, 12);
const all: TicketFilter = { type: "TICKET", view: "all", status: "ALL" };
const agent = aUser(1);

test("an address is read and written, and what is wrong in it is left out", () => {
  const search = {
    view: "team",
    status: "OPEN",
    priority: "LOW,HIGH",
    category: `${id("cat")},cat_${"f".repeat(32)}`,
    assignee: NOBODY,
    tag: 2026,
    due: "overdue",
    from: "2026-11-01",
  };
  const filter = ticketFilter("TICKET", parseTicketSearch(search));
  expect(filter).toMatchObject({ type: "TICKET", view: "team", tag: "2026", due: "overdue" });
  expect(searchOf(filter)).toEqual({ ...search, tag: "2026" });
  expect(sieveCount(filter)).toBe(6);
  expect(
    parseTicketSearch({
      view: "mine",
      status: "ACTIVE",
      priority: "URGENT",
      category: "cat_1",
      team: "x",
      due: "soon",
      to: "1 May",
      tag: "",
    }),
  ).toEqual({});
});

test("an order is no filter, and stays when the filters are taken off", () => {
  const filter = ticketFilter(
    "TICKET",
    parseTicketSearch({ sort: "due", order: "desc", tag: "a" }),
  );
  expect(searchOf(filter)).toEqual({ sort: "due", order: "desc", tag: "a" });
  expect(sieveCount(filter)).toBe(1);
  expect(searchOf(withoutSieve(filter))).toEqual({ sort: "due", order: "desc" });
  expect(withoutSorting(filter)).toEqual({ ...filter, sort: undefined, order: undefined });
});

describe("what the server is asked", () => {
  test("an order is said as a whole, and none where there is none", () => {
    expect(listParameters({ ...all, sort: "due" }, agent)).toMatchObject({
      sort: "due",
      order: "asc",
    });
    expect(listParameters(all, agent).order).toBeUndefined();
  });

  test("a team or a person takes the place of a view, which is said in other words then", () => {
    const team = id("team");
    expect(listParameters({ ...all, view: "mine", team }, agent)).toMatchObject({
      teamId: team,
      assigneeId: agent.id,
    });
    expect(listParameters({ ...all, view: "created", assignee: id("usr") }, agent)).toMatchObject({
      assigneeId: id("usr"),
      creatorId: agent.id,
    });
    expect(listParameters({ ...all, view: "created" }, agent).creatorId).toBeUndefined();
  });

  test("nobody is no person", () => {
    const asked = listParameters({ ...all, assignee: NOBODY }, agent);
    expect(asked).toMatchObject({ unassigned: true });
    expect(asked.assigneeId).toBeUndefined();
  });

  test("days are those of the reader, from their first moment to their last", () => {
    const asked = listParameters(
      { ...all, from: "2026-11-01", to: "2026-11-02", due: "today" },
      agent,
      now,
    );
    expect(asked.createdAfter).toBe(new Date(2026, 10, 1).toISOString());
    expect(asked.createdBefore).toBe(new Date(2026, 10, 3).toISOString());
    expect(asked.dueBefore).toBe(new Date(2026, 10, 25).toISOString());
  });
});

describe("what was pushed", () => {
  const ticket = aTicket(1, {
    priority: "HIGH",
    tags: ["exam"],
    dueDate: new Date(2026, 10, 24, 9).toISOString(),
    createdAt: new Date(2026, 10, 20, 9).toISOString(),
  });
  const shown = (filter: Partial<TicketFilter>) =>
    belongs(ticket, { ...all, ...filter }, agent, false, now);

  test.each<[Partial<TicketFilter>, boolean]>([
    [{ priority: "HIGH" }, true],
    [{ priority: "LOW" }, false],
    [{ tag: "exam" }, true],
    [{ tag: "other" }, false],
    [{ assignee: NOBODY }, true],
    [{ assignee: id("usr") }, false],
    [{ due: "overdue" }, true],
    [{ due: "2026-11-23" }, false],
    [{ from: "2026-11-20", to: "2026-11-20" }, true],
    [{ from: "2026-11-21" }, false],
    [{ to: "2026-11-19" }, false],
    [{ type: "TASK" }, false],
    [{ view: "watching" }, false],
    [{ view: "deleted" }, false],
  ])("%o: %s", (filter, isShown) => {
    expect(shown(filter)).toBe(isShown);
  });

  test("what is deleted is only in the list of what was", () => {
    const deleted = { ...ticket, deletedAt: "2026-11-24T10:00:00.000Z" };
    expect(belongs(deleted, all, agent)).toBe(false);
    expect(belongs(deleted, { ...all, view: "deleted", status: "ACTIVE" }, agent)).toBe(true);
  });

  test("what one follows stays in its list", () => {
    expect(belongs(ticket, { ...all, view: "watching" }, agent, true)).toBe(true);
  });
});
