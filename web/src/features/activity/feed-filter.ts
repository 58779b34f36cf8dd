import type { ActionGroup, FeedEntry, ItemType } from "@/shared/api/types";

export const GROUPS = [
  "CREATED",
  "CHANGED",
  "ASSIGNED",
  "COMMENTED",
  "DELETED",
  "ACCOUNTS",
  "CATALOGUE",
] as const satisfies readonly ActionGroup[];

export const GROUP_LABEL: Record<ActionGroup, string> = {
  CREATED: "Raised and made",
  CHANGED: "Changed",
  ASSIGNED: "Assigned",
  COMMENTED: "Comments",
  DELETED: "Deleted and restored",
  ACCOUNTS: "Accounts",
  CATALOGUE: "Teams, categories, macros",
};

/** The kinds that are about tickets and tasks. */
export const WORK_GROUPS = GROUPS.filter((group) => group !== "ACCOUNTS" && group !== "CATALOGUE");

const ITEM_TYPES = ["TICKET", "TASK"] as const satisfies readonly ItemType[];

/** By what every feed can be sifted. */
export interface KindFilter {
  group?: ActionGroup;
  type?: ItemType;
}

/** By what the feed of everything can be sifted. */
export interface FeedFilter extends KindFilter {
  team?: string;
  person?: string;
}

export function isSifted(filter: FeedFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** The filter with another part, without what is not asked for. */
export function withPart(filter: FeedFilter, part: FeedFilter): FeedFilter {
  const entries = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

/** What the address says; whatever it does not say, or says wrongly, is not asked for. */
export function parseKindFilter(search: Record<string, unknown>): KindFilter {
  const group = GROUPS.find((each) => each === search.group);
  const type = ITEM_TYPES.find((each) => each === search.type);
  return { ...(group ? { group } : {}), ...(type ? { type } : {}) };
}

/** As above, for the feed of everything. */
export function parseFeedFilter(search: Record<string, unknown>): FeedFilter {
  const id = (value: unknown, prefix: string) =>
    typeof value === "string" && new RegExp(`^${prefix}_[0-9a-f]{32}$`).test(value)
      ? value
      : undefined;
  const team = id(search.team, "team");
  const person = id(search.person, "usr");
  return {
    ...parseKindFilter(search),
    ...(team ? { team } : {}),
    ...(person ? { person } : {}),
  };
}

/** Of what kind each action is, as the server sorts them. */
const GROUP_OF: Record<FeedEntry["action"], ActionGroup> = {
  CREATED: "CREATED",
  UPDATED: "CHANGED",
  WATCHERS_CHANGED: "CHANGED",
  LINKS_CHANGED: "CHANGED",
  MERGED: "CHANGED",
  DUE_SOON: "CHANGED",
  ATTACHED: "CHANGED",
  ATTACHMENT_DELETED: "CHANGED",
  ASSIGNED: "ASSIGNED",
  COMMENTED: "COMMENTED",
  COMMENT_EDITED: "COMMENTED",
  COMMENT_DELETED: "COMMENTED",
  DELETED: "DELETED",
  RESTORED: "DELETED",
  USER_CREATED: "ACCOUNTS",
  USER_UPDATED: "ACCOUNTS",
  USER_INVITED: "ACCOUNTS",
  USER_DELETED: "ACCOUNTS",
  PASSWORD_CHANGED: "ACCOUNTS",
  SECOND_FACTOR_CHANGED: "ACCOUNTS",
  TEAM_CREATED: "CATALOGUE",
  TEAM_UPDATED: "CATALOGUE",
  TEAM_DELETED: "CATALOGUE",
  CATEGORY_CREATED: "CATALOGUE",
  CATEGORY_UPDATED: "CATALOGUE",
  CATEGORY_DELETED: "CATALOGUE",
  MACRO_CREATED: "CATALOGUE",
  MACRO_UPDATED: "CATALOGUE",
  MACRO_DELETED: "CATALOGUE",
  SETTINGS_UPDATED: "CATALOGUE",
};

/** Whether what has just happened belongs into a feed that is sifted so. */
export function takes({ group, type, team, person }: FeedFilter, entry: FeedEntry): boolean {
  return (
    (group === undefined || GROUP_OF[entry.action] === group) &&
    (type === undefined || entry.item?.type === type) &&
    (team === undefined || entry.teamId === team) &&
    (person === undefined || entry.actor.id === person)
  );
}
