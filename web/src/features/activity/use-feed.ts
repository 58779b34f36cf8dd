import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type FeedFilter, isSifted, type KindFilter, takes } from "@/features/activity/feed-filter";
import { api, unwrap } from "@/shared/api/client";
import type { FeedEntry, Page } from "@/shared/api/types";
import { useLiveMessage } from "@/shared/live/use-live-message";

const PAGE_SIZE = 40;

/** A filter leaves few of those that are looked through. */
const SIFTED_PAGE_SIZE = 100;

/** Whose feed: of everything one may know of, of one person's deeds, of one team's work. */
export type FeedSource =
  | { kind: "all"; filter: FeedFilter }
  | { kind: "person"; id: string; filter: KindFilter }
  | { kind: "team"; id: string; filter: KindFilter };

function filterOf(source: FeedSource): FeedFilter {
  switch (source.kind) {
    case "all":
      return source.filter;
    case "person":
      return { ...source.filter, person: source.id };
    case "team":
      return { ...source.filter, team: source.id };
  }
}

async function readPage(
  source: FeedSource,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<FeedEntry>> {
  const { group, type: itemType } = source.filter;
  const limit = isSifted(source.filter) ? SIFTED_PAGE_SIZE : PAGE_SIZE;
  const query = { cursor, limit, group, itemType };
  switch (source.kind) {
    case "all": {
      const { team: teamId, person: userId } = source.filter;
      const params = { query: { ...query, teamId, userId } };
      return unwrap(api.GET("/api/dashboard/activity", { params, signal }));
    }
    case "person": {
      const params = { path: { id: source.id }, query };
      return unwrap(api.GET("/api/users/{id}/activity", { params, signal }));
    }
    case "team": {
      const params = { path: { id: source.id }, query };
      return unwrap(api.GET("/api/teams/{id}/activity", { params, signal }));
    }
  }
}

/** A feed, page by page, and how many entries have come since it was read. */
export function useFeed(source: FeedSource) {
  const client = useQueryClient();
  const key = ["activity", "feed", source];
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => readPage(source, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [come, setCome] = useState<readonly string[]>([]);
  const known = new Set(entries.map(({ id }) => id));

  useLiveMessage(({ event, data }) => {
    if (event !== "activity:new" || !takes(filterOf(source), data)) return;
    setCome((ids) => (ids.includes(data.id) ? ids : [...ids, data.id]));
  });

  return {
    list,
    entries,
    newCount: come.filter((id) => !known.has(id)).length,
    /** Reads it from the beginning. */
    showNew: async () => {
      await client.resetQueries({ queryKey: key });
      setCome([]);
    },
  };
}
