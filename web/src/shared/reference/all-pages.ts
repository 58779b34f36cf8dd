import type { Page } from "@/shared/api/types";

/** Far more than the lists are meant for; a list that is longer all the same ends there, and not the browser. */
const MOST_PAGES = 20;

/** Every entry of a short list (teams, categories, the staff). */
export async function allPages<T>(
  load: (cursor?: string) => Promise<Page<T>>,
  mostPages = MOST_PAGES,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const page = await load(cursor);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    if (!cursor) break;
  }
  return items;
}
