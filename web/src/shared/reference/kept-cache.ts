import type { QueryClient } from "@tanstack/react-query";
import type { Macro, SavedView, User } from "@/shared/api/types";
import { putKept } from "@/shared/lib/sharing";

type Shelf = "macros" | "views";

/** The lists of macros or of views in the cache, under `[shelf, team or null]`. */
function change<T>(
  client: QueryClient,
  shelf: Shelf,
  next: (list: T[], teamId: string | null) => T[],
) {
  for (const query of client.getQueryCache().findAll({ queryKey: [shelf] })) {
    const list = query.state.data as T[] | undefined;
    if (list) client.setQueryData(query.queryKey, next(list, query.queryKey[1] as string | null));
  }
}

/** Puts what was made or changed into every list that has it. */
export function putInLists<T extends Macro | SavedView>(
  client: QueryClient,
  shelf: Shelf,
  entry: T,
  user: User,
) {
  change<T>(client, shelf, (list, teamId) => putKept(list, entry, teamId, user));
}

export function takeFromLists(client: QueryClient, shelf: Shelf, entryId: string) {
  change<Macro | SavedView>(client, shelf, (list) => list.filter(({ id }) => id !== entryId));
}
