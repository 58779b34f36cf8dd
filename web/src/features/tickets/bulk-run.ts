import { inParts, NOTHING_DONE, together } from "@/features/tickets/bulk-parts";
import type { BulkStep } from "@/features/tickets/bulk-undo";
import { isApiError } from "@/shared/api/api-error";
import type { ItemType, Outcomes } from "@/shared/api/types";

/** A change of items of one kind. */
export interface Job {
  type: ItemType;
  step: BulkStep;
}

/** How far a change of many came. */
export interface Run {
  outcomes: Outcomes;
  /** What ended it before its end; null where nothing did. */
  error: unknown;
  isStopped: boolean;
  /** Those that were sent and of which no answer tells what became: they may be changed, or not. */
  unknown: string[];
  /** Those that are surely as they were, because they were not sent, or refused together. */
  untried: string[];
}

interface How {
  send: (type: ItemType, step: BulkStep) => Promise<Outcomes>;
  onSent?: (count: number) => void;
  signal?: AbortSignal;
}

/** Whether the server may have done what it was asked, though it did not say so. */
function mayBeDone(error: unknown): boolean {
  return !isApiError(error) || error.isOffline || error.status >= 500;
}

/** Sends one part after the other; what was done until something went wrong, or was stopped, is told all the same. */
export async function runJobs(jobs: readonly Job[], { send, onSent, signal }: How): Promise<Run> {
  const parts = jobs.flatMap(({ type, step }) => inParts(step).map((part) => ({ type, part })));
  const idsFrom = (at: number) => parts.slice(at).flatMap(({ part }) => part.ids);
  let outcomes = NOTHING_DONE;
  for (const [at, { type, part }] of parts.entries()) {
    if (signal?.aborted) {
      return { outcomes, error: null, isStopped: true, unknown: [], untried: idsFrom(at) };
    }
    try {
      outcomes = together(outcomes, await send(type, part));
    } catch (error) {
      const unknown = mayBeDone(error) ? part.ids : [];
      const untried = idsFrom(mayBeDone(error) ? at + 1 : at);
      return { outcomes, error, isStopped: false, unknown, untried };
    }
    onSent?.(outcomes.items.length);
  }
  return { outcomes, error: null, isStopped: false, unknown: [], untried: [] };
}

/** What is as it was asked to be, as it was before. */
export function doneOf<Item extends { id: string }>(
  items: readonly Item[],
  { outcomes }: Pick<Run, "outcomes">,
): Item[] {
  const done = new Set(
    outcomes.items.filter(({ problem }) => !problem).map(({ id }) => id as string),
  );
  return items.filter(({ id }) => done.has(id));
}
