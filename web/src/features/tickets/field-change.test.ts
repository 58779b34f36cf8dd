import { describe, expect, test } from "vitest";
import {
  changeBack,
  changeWords,
  type FieldChange,
  isAlike,
  losesSight,
} from "@/features/tickets/field-change";
import type { Ticket } from "@/shared/api/types";
import { aUser, ticketDetails } from "@/test/builders";

const before: Ticket = { ...ticketDetails([]).ticket, status: "IN_PROGRESS", tags: ["old"] };
const agent = aUser(1, { teamIds: ["team_1"] });

function made(change: Partial<Ticket>): Ticket {
  return { ...before, version: before.version + 1, ...change };
}

describe("the way back", () => {
  test.each<[FieldChange, Partial<Ticket>, FieldChange]>([
    [{ priority: "HIGH" }, { priority: "HIGH" }, { priority: "MEDIUM" }],
    [{ dueDate: "2026-12-01T00:00:00Z" }, { dueDate: "2026-12-01T00:00:00Z" }, { dueDate: null }],
    [{ tags: [] }, { tags: [] }, { tags: ["old"] }],
    [{ estimatedHours: 3 }, { estimatedHours: 3 }, { estimatedHours: null }],
    [
      { assignee: { id: "usr_7", name: "Anna" } },
      { assignee: { id: "usr_7", name: "Anna" } },
      { assignee: null },
    ],
  ])("of %j is what was there before", (change, result, back) => {
    expect(changeBack(before, made(result), change, agent)).toEqual(back);
  });

  test("there is none where nothing was changed", () => {
    const anna = { id: "usr_7", name: "Anna" };
    const given = { ...before, assignee: anna };
    expect(changeBack(before, before, { tags: ["old"] }, agent)).toBeNull();
    const renamed = { ...given, assignee: { ...anna, name: "Anna B." } };
    expect(changeBack(given, renamed, { assignee: anna }, agent)).toBeNull();
  });

  test("a status leads back only where the flow does, for whoever may close as well", () => {
    const change: FieldChange = { status: "ON_HOLD" };
    const held = made({ status: "ON_HOLD", allowedStatuses: ["IN_PROGRESS", "RESOLVED"] });
    expect(changeBack(before, held, change, agent)).toEqual({ status: "IN_PROGRESS" });
    expect(changeBack(before, { ...held, canEdit: false }, change, agent)).not.toBeNull();
    const cancelled = made({ status: "CANCELLED", allowedStatuses: [] });
    expect(changeBack(before, cancelled, { status: "CANCELLED" }, agent)).toBeNull();
  });

  test("what is somebody else's now stays as it is", () => {
    const moved = made({ teamId: "team_2", canEdit: false, canAssign: false });
    expect(
      changeBack({ ...before, teamId: "team_1" }, moved, { teamId: "team_2" }, agent),
    ).toBeNull();
    expect(changeBack(before, made({ canAssign: false }), { assignee: null }, agent)).toBeNull();
  });

  test("only an admin puts a ticket back into nobody's queue", () => {
    const moved = made({ teamId: "team_1" });
    expect(changeBack(before, moved, { teamId: "team_1" }, agent)).toBeNull();
    const admin = aUser(2, { role: "ADMIN" });
    expect(changeBack(before, moved, { teamId: "team_1" }, admin)).toEqual({ teamId: null });
  });

  test("answers that were left behind with a category come back with it", () => {
    const answered = { ...before, categoryId: "cat_1", customFields: { room: "12" } };
    const moved = made({ categoryId: "cat_2", customFields: {} });
    expect(changeBack(answered, moved, { categoryId: "cat_2" }, agent)).toEqual({
      categoryId: "cat_1",
      customFields: { room: "12" },
    });
  });
});

test("two states are alike in what was changed, whatever else differs", () => {
  const change: FieldChange = { priority: "HIGH" };
  const one = made({ priority: "HIGH" });
  expect(isAlike(one, { ...one, status: "ON_HOLD", version: 9 }, change)).toBe(true);
  expect(isAlike(one, { ...one, priority: "LOW" }, change)).toBe(false);
});

describe("a move out of sight", () => {
  const mine = { ...before, teamId: "team_1" };

  test("is one to a team that is not mine, of what I neither raised, follow nor work on", () => {
    expect(losesSight(agent, mine, { teamId: "team_2" })).toBe(true);
    expect(losesSight(agent, mine, { teamId: null })).toBe(true);
    expect(losesSight(agent, mine, { priority: "LOW" })).toBe(false);
    const me = { id: agent.id, name: agent.name };
    expect(losesSight(agent, { ...mine, assignee: me }, { teamId: "team_2" })).toBe(false);
    expect(losesSight(agent, { ...mine, creator: me }, { teamId: "team_2" })).toBe(false);
    expect(losesSight(agent, { ...mine, isWatching: true }, { teamId: "team_2" })).toBe(false);
    expect(losesSight(aUser(3, { role: "ADMIN" }), mine, { teamId: "team_2" })).toBe(false);
  });

  test("is giving away what is in another team's queue too", () => {
    const theirs = { ...before, teamId: "team_2", assignee: { id: agent.id, name: "Me" } };
    expect(losesSight(agent, theirs, { assignee: null })).toBe(true);
    expect(losesSight(agent, mine, { assignee: null })).toBe(false);
  });
});

test("what is told names the field, the ticket, and both values where they can be said", () => {
  expect(changeWords(before, made({ status: "ON_HOLD" }), { status: "ON_HOLD" })).toEqual({
    title: "Status of T-0001 changed",
    message: "In progress → On hold",
  });
  const moved = made({ teamId: "team_1" });
  const team = () => "LMS Support";
  expect(changeWords(before, moved, { teamId: "team_1" }, { team }).message).toBe(
    "no team → LMS Support",
  );
  expect(changeWords(before, moved, { teamId: "team_1" }).message).toBeUndefined();
});
