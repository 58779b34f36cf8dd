import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/shared/api/client";
import type { Page, SavedView } from "@/shared/api/types";
import { allPages } from "@/shared/reference/all-pages";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const KEY = ["views", null] as const;

/** All views that the person has: the own, the teams' and everyone's. */
export function useSavedViews() {
  const user = useCurrentUser();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }): Promise<SavedView[]> =>
      allPages((cursor) =>
        unwrap(api.GET("/api/views", { params: { query: { cursor, limit: 100 } }, signal })).then(
          (page) => page as Page<SavedView>,
        ),
      ),
    staleTime: 60_000,
    enabled: isStaff(user),
  });
}

/** The view that an address names, where the reader has it. */
export function useSavedView(id: string | undefined): SavedView | undefined {
  const views = useSavedViews();
  return id ? views.data?.find((view) => view.id === id) : undefined;
}
