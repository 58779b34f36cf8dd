import type { Activity } from "@/shared/api/types";

export const ACTIVITY_KINDS = ["all", "comments", "flow", "content", "others"] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const ACTIVITY_KIND_LABEL: Record<ActivityKind, string> = {
  all: "Everything",
  comments: "Comments",
  flow: "Status and assignment",
  content: "Content and plan",
  others: "Links and followers",
};

const FLOW = new Set(["status", "priority", "teamId", "assignee", "assigneeId"]);

const KIND: Partial<Record<Activity["action"], ActivityKind>> = {
  COMMENTED: "comments",
  COMMENT_EDITED: "comments",
  COMMENT_DELETED: "comments",
  CREATED: "content",
  DELETED: "content",
  RESTORED: "content",
  WATCHERS_CHANGED: "others",
  LINKS_CHANGED: "others",
  MERGED: "others",
};

/** Whether a change is of a kind; one that touches several fields may be of several. */
export function isOfKind({ action, changes }: Activity, kind: ActivityKind): boolean {
  if (kind === "all") return true;
  if (KIND[action] === kind) return true;
  // A reply may reopen, and a change may be of many fields.
  const isFlow = changes.some(({ field }) => FLOW.has(field));
  if (kind === "flow") return action === "ASSIGNED" || (action !== "CREATED" && isFlow);
  return (
    kind === "content" && action === "UPDATED" && changes.some(({ field }) => !FLOW.has(field))
  );
}

/** Changes of one person that are alike and followed each other closely, the newest first. */
export interface ActivityGroup {
  id: string;
  items: Activity[];
}

const CLOSE_MS = 30 * 60_000;

function likeness({ actor, action, changes }: Activity): string {
  const fields = changes.map(({ field, after }) =>
    // A note among replies is not like them.
    field === "isInternal" ? `${field}:${after}` : field,
  );
  return [actor.id, action, ...fields.sort()].join(" ");
}

export function grouped(items: Activity[]): ActivityGroup[] {
  const groups: ActivityGroup[] = [];
  for (const activity of items) {
    const group = groups.at(-1);
    const next = group?.items.at(-1);
    const isLike =
      next !== undefined &&
      likeness(next) === likeness(activity) &&
      Date.parse(next.createdAt) - Date.parse(activity.createdAt) <= CLOSE_MS;
    if (group && isLike) group.items.push(activity);
    else groups.push({ id: activity.id, items: [activity] });
  }
  return groups;
}

/** A group as one change: from what was before the first to what is after the last. */
export function asOne({ items }: ActivityGroup): Activity {
  const [newest, oldest] = [items[0], items.at(-1)] as [Activity, Activity];
  const changes = newest.changes.map((change) => ({
    ...change,
    before: oldest.changes.find(({ field }) => field === change.field)?.before,
  }));
  return { ...newest, changes };
}
