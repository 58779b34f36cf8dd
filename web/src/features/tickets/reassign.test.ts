import { expect, test } from "vitest";
import {
  backJobs,
  countKinds,
  findAll,
  giveJobs,
  MOST_AT_A_RUN,
} from "@/features/tickets/reassign";
import type { ItemType, TicketSummary } from "@/shared/api/types";
import { aTicket } from "@/test/builders";

const LEAVER = { id: "usr_leaver", name: "Leaver" };

function held(count: number, type: ItemType = "TICKET"): TicketSummary[] {
  return Array.from({ length: count }, (_, at) =>
    aTicket(at, { id: `${type}-${at}`, type, assignee: LEAVER }),
  );
}

test("tickets and tasks are given apart, and what there is none of is not asked for", () => {
  expect(giveJobs([...held(1), ...held(2, "TASK")], "usr_next")).toEqual([
    { type: "TICKET", step: { ids: ["TICKET-0"], change: { assigneeId: "usr_next" } } },
    { type: "TASK", step: { ids: ["TASK-0", "TASK-1"], change: { assigneeId: "usr_next" } } },
  ]);
  expect(giveJobs(held(1, "TASK"), null)).toEqual([
    { type: "TASK", step: { ids: ["TASK-0"], change: { assigneeId: null } } },
  ]);
});

test("what was given goes back to whoever had it", () => {
  expect(backJobs([...held(1), ...held(1, "TASK")], "usr_next")).toEqual([
    { type: "TICKET", step: { ids: ["TICKET-0"], change: { assigneeId: LEAVER.id } } },
    { type: "TASK", step: { ids: ["TASK-0"], change: { assigneeId: LEAVER.id } } },
  ]);
});

test("tickets and tasks are counted apart", () => {
  expect(countKinds([...held(2), ...held(1, "TASK")])).toEqual({
    TICKET: { count: 2, isMore: false },
    TASK: { count: 1, isMore: false },
  });
});

test("all pages are read, empty ones in between too, and nothing counts twice", async () => {
  const [one, two] = held(2) as [TicketSummary, TicketSummary];
  const pages = [
    { items: [one], nextCursor: "a" },
    { items: [], nextCursor: "b" },
    { items: [one, two], nextCursor: null },
  ];
  const told: number[] = [];
  const found = await findAll(
    async () => pages.shift() ?? { items: [] },
    (n) => told.push(n),
  );
  expect(found).toEqual([one, two]);
  expect(told).toEqual([1, 1, 2]);
});

test("one run ends somewhere", async () => {
  let page = 0;
  const found = await findAll(
    async () => {
      page += 1;
      const items = Array.from({ length: 100 }, (_, at) => aTicket(page * 100 + at));
      return { items, nextCursor: "next" };
    },
    () => {},
  );
  expect(found).toHaveLength(MOST_AT_A_RUN);
  expect(page).toBe(20);
});
