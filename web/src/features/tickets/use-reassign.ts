import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { NOTHING_DONE } from "@/features/tickets/bulk-parts";
import { type Job, runJobs } from "@/features/tickets/bulk-run";
import { findAll, type ReassignRun } from "@/features/tickets/reassign";
import { refreshItems, sendPart } from "@/features/tickets/use-bulk-change";
import { api, unwrap } from "@/shared/api/client";
import { itemPath } from "@/shared/api/item-path";
import type { ItemType, Page, TicketSummary } from "@/shared/api/types";

export interface Order {
  /** Everything of these kinds that the person has open, or what is known already. */
  what: { personId: string; kinds: readonly ItemType[] } | { items: TicketSummary[] };
  jobs: (items: TicketSummary[]) => Job[];
}

/** How far a run is: how many were found, and of them how many were sent. */
export interface Progress {
  found: number;
  sent: number | null;
}

/** Changes all that a person has to do, however much it is. */
export function useReassign() {
  const client = useQueryClient();
  const stop = useRef<AbortController>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ what, jobs }: Order): Promise<ReassignRun> => {
      const controller = new AbortController();
      stop.current = controller;
      setProgress({ found: 0, sent: null });
      const items: TicketSummary[] = [];
      if ("items" in what) items.push(...what.items);
      else {
        for (const kind of what.kinds) {
          const before = items.length;
          const load = (cursor?: string) =>
            controller.signal.aborted ? noPage() : openPage(kind, what.personId, cursor);
          const found = await findAll(load, (count) =>
            setProgress({ found: before + count, sent: null }),
          );
          items.push(...found);
        }
      }
      if (controller.signal.aborted) {
        const nothing = { outcomes: NOTHING_DONE, error: null, unknown: [], untried: [] };
        return { items: [], ...nothing, isStopped: true };
      }
      setProgress({ found: items.length, sent: 0 });
      const result = await runJobs(jobs(items), {
        send: sendPart,
        onSent: (sent) => setProgress({ found: items.length, sent }),
        signal: controller.signal,
      });
      return { items, ...result };
    },
    onSettled: () => {
      setProgress(null);
      refreshItems(client);
    },
  });
  return { mutate, isPending, error, progress, stop: () => stop.current?.abort() };
}

/** Nothing more is read after it was stopped. */
async function noPage(): Promise<Page<TicketSummary>> {
  return { items: [], nextCursor: null };
}

function openPage(
  type: ItemType,
  personId: string,
  cursor: string | undefined,
): Promise<Page<TicketSummary>> {
  return unwrap(
    api.GET(itemPath(type, "/api/tickets"), {
      params: {
        query: { view: "all", status: "ACTIVE", assigneeId: personId, cursor, limit: 100 },
      },
    }),
  );
}
