import { expect, test } from "vitest";
import { doneOf, type Job, runJobs } from "@/features/tickets/bulk-run";
import type { BulkStep } from "@/features/tickets/bulk-undo";
import { ApiError } from "@/shared/api/api-error";
import type { ItemType, Outcomes } from "@/shared/api/types";

function ids(count: number, type: ItemType = "TICKET"): string[] {
  return Array.from({ length: count }, (_, at) => `${type}-${at}`);
}

function job(count: number, type: ItemType = "TICKET"): Job {
  return { type, step: { ids: ids(count, type), change: { assigneeId: null } } };
}

/** Does everything but what it is told to refuse, and at the call of this number it fails. */
function server({ refused = [] as string[], failsAt = 0, error = new ApiError(0, null) } = {}) {
  const calls: { type: ItemType; step: BulkStep }[] = [];
  const send = async (type: ItemType, step: BulkStep): Promise<Outcomes> => {
    calls.push({ type, step });
    if (calls.length === failsAt) throw error;
    const items = step.ids.map((id) => ({
      id,
      problem: refused.includes(id) ? { title: "Forbidden", status: 403, type: "forbidden" } : null,
    })) as Outcomes["items"];
    const failed = items.filter(({ problem }) => problem).length;
    return { done: items.length - failed, failed, items };
  };
  return { calls, send };
}

test("many go in parts of what the server takes, and are told as they go", async () => {
  const { calls, send } = server();
  const told: number[] = [];
  const onSent = (sent: number) => told.push(sent);
  const run = await runJobs([job(450), job(10, "TASK")], { send, onSent });
  expect(calls.map(({ type, step }) => [type, step.ids.length])).toEqual([
    ["TICKET", 200],
    ["TICKET", 200],
    ["TICKET", 50],
    ["TASK", 10],
  ]);
  expect(told).toEqual([200, 400, 450, 460]);
  expect(run).toMatchObject({ outcomes: { done: 460 }, error: null, unknown: [], untried: [] });
});

test("what was refused is not among what is done", async () => {
  const { send } = server({ refused: ["TICKET-1"] });
  const run = await runJobs([job(3)], { send });
  const items = ids(3).map((id) => ({ id }));
  expect(doneOf(items, run)).toEqual([{ id: "TICKET-0" }, { id: "TICKET-2" }]);
});

test.each([
  ["no answer", new ApiError(0, null)],
  ["a fault", new ApiError(502, null)],
])(
  "after %s, what was sent is not known, what was done before is, and the rest is not tried",
  async (_, error) => {
    const { calls, send } = server({ failsAt: 2, error });
    const run = await runJobs([job(450)], { send });
    expect(calls).toHaveLength(2);
    expect(run).toMatchObject({ outcomes: { done: 200 }, error, isStopped: false });
    expect(run.unknown).toEqual(ids(450).slice(200, 400));
    expect(run.untried).toEqual(ids(450).slice(400));
  },
);

test("what is refused as a whole is as it was", async () => {
  const error = new ApiError(403, null);
  const { send } = server({ failsAt: 1, error });
  const run = await runJobs([job(250)], { send });
  expect(run).toMatchObject({ outcomes: { done: 0, items: [] }, error, unknown: [] });
  expect(run.untried).toEqual(ids(250));
});

test("a stop lets the part end that is on its way, and sends no other", async () => {
  const { calls, send } = server();
  const stop = new AbortController();
  const onSent = () => stop.abort();
  const run = await runJobs([job(450)], { send, onSent, signal: stop.signal });
  expect(calls).toHaveLength(1);
  expect(run).toMatchObject({ outcomes: { done: 200 }, isStopped: true, error: null, unknown: [] });
  expect(run.untried).toHaveLength(250);
});
