import type { Job, Run } from "@/features/tickets/bulk-run";
import { undoSteps } from "@/features/tickets/bulk-undo";
import type { ItemType, Page, TicketSummary } from "@/shared/api/types";

export const KINDS: readonly ItemType[] = ["TICKET", "TASK"];

/** What one run takes at most of each kind; whoever has more is asked again. */
export const MOST_AT_A_RUN = 2_000;

/** What became of a run, and of what. */
export interface ReassignRun extends Run {
  items: TicketSummary[];
}

/** What the pages hold, until there are no more, or enough. */
export async function findAll(
  load: (cursor?: string) => Promise<Page<TicketSummary>>,
  onFound: (count: number) => void,
): Promise<TicketSummary[]> {
  // While pages are read, something may move from one to another.
  const found = new Map<string, TicketSummary>();
  let cursor: string | undefined;
  do {
    const page = await load(cursor);
    for (const item of page.items) found.set(item.id, item);
    onFound(found.size);
    cursor = page.nextCursor ?? undefined;
  } while (cursor && found.size < MOST_AT_A_RUN);
  return [...found.values()].slice(0, MOST_AT_A_RUN);
}

/** Gives everything to one person, or to nobody. */
export function giveJobs(items: readonly TicketSummary[], assigneeId: string | null): Job[] {
  return KINDS.map((type) => ({
    type,
    step: {
      ids: items.filter((item) => item.type === type).map(({ id }) => id),
      change: { assigneeId },
    },
  })).filter(({ step }) => step.ids.length > 0);
}

/** Gives everything back to whoever had it before it was given to this person, or to nobody. */
export function backJobs(before: readonly TicketSummary[], given: string | null): Job[] {
  return KINDS.flatMap((type) => {
    const items = before.filter((item) => item.type === type);
    return (undoSteps(items, { assigneeId: given }) ?? []).map((step) => ({ type, step }));
  });
}

/** How many there are of each kind. */
export function countKinds(items: readonly TicketSummary[]) {
  const count = (type: ItemType) => ({
    count: items.filter((item) => item.type === type).length,
    isMore: false,
  });
  return { TICKET: count("TICKET"), TASK: count("TASK") };
}
