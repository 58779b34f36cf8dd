import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
} from "@tanstack/react-query";
import type { PeopleFilter } from "@/features/people/people-filter";
import { api, unwrap } from "@/shared/api/client";
import type { Page, User } from "@/shared/api/types";

const PAGE_SIZE = 30;

export type PeoplePages = InfiniteData<Page<User>, unknown>;

/** The start of every list of people. */
export const PEOPLE_KEY = ["people"] as const;

export function peopleQuery({ name, role, team, status }: PeopleFilter) {
  return infiniteQueryOptions({
    queryKey: [...PEOPLE_KEY, { name, role, team, status }],
    queryFn: ({ pageParam, signal }): Promise<Page<User>> =>
      unwrap(
        api.GET("/api/users", {
          params: {
            query: {
              search: name,
              role,
              teamId: team,
              isActive: status === undefined ? undefined : status === "active",
              cursor: pageParam,
              limit: PAGE_SIZE,
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function usePeople(filter: PeopleFilter) {
  return useInfiniteQuery(peopleQuery(filter));
}
