import type { FeedEntry } from "@/shared/api/types";
import { describeActivity } from "@/shared/lib/describe-activity";
import { countOf, ITEM_WORDS } from "@/shared/lib/item-words";

type NameOf = (id: string) => string | undefined;

const FIELD_WORDS: Record<string, string> = {
  status: "status",
  priority: "priority",
  title: "title",
  description: "description",
  teamId: "team",
  categoryId: "category",
  dueDate: "due date",
  estimatedMinutes: "estimate",
  tags: "tags",
  checklist: "checklist",
  customFields: "answers",
};

/** What was done to several at once: `#` stands for how many of what. */
const OF_SEVERAL: Partial<Record<FeedEntry["action"], string>> = {
  CREATED: "raised #",
  COMMENTED: "commented on #",
  COMMENT_EDITED: "edited comments on #",
  COMMENT_DELETED: "removed comments from #",
  ATTACHED: "added files to #",
  ATTACHMENT_DELETED: "removed files from #",
  DELETED: "deleted #",
  RESTORED: "restored #",
  WATCHERS_CHANGED: "changed who follows #",
  LINKS_CHANGED: "changed what # are linked to",
  MERGED: "merged #",
  DUE_SOON: "reminded of the due dates of #",
};

const OF_NO_WORK: Partial<Record<FeedEntry["action"], string>> = {
  USER_CREATED: "made an account",
  USER_UPDATED: "changed an account",
  USER_INVITED: "invited somebody again",
  USER_DELETED: "deleted an account",
  PASSWORD_CHANGED: "changed a password",
  SECOND_FACTOR_CHANGED: "changed a second factor",
  TEAM_CREATED: "made a team",
  TEAM_UPDATED: "changed a team",
  TEAM_DELETED: "deleted a team",
  CATEGORY_CREATED: "made a category",
  CATEGORY_UPDATED: "changed a category",
  CATEGORY_DELETED: "deleted a category",
  MACRO_CREATED: "made a macro",
  MACRO_UPDATED: "changed a macro",
  MACRO_DELETED: "deleted a macro",
  SETTINGS_UPDATED: "changed the settings",
};

/** What somebody did, as the rest of a sentence that begins with their name. */
export function entryWords(entry: FeedEntry, nameOf: NameOf): string {
  if (entry.item) return describeActivity(entry, entry.item.type, nameOf);
  return OF_NO_WORK[entry.action] ?? "did something";
}

function listed(words: string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** The same of like deeds: "changed the status of 3 tickets", "commented 3 times on this ticket". */
export function groupWords(entries: readonly [FeedEntry, ...FeedEntry[]], nameOf: NameOf): string {
  const [first] = entries;
  if (entries.length === 1 || !first.item) return entryWords(first, nameOf);
  const { type } = first.item;
  const items = new Set(entries.map(({ item }) => item?.id)).size;
  const what = items === 1 ? `this ${ITEM_WORDS[type].one}` : countOf(items, type);
  const times = items === 1 ? ` ${entries.length} times` : "";
  const said = OF_SEVERAL[first.action];
  if (said) return `${said.replace("#", what)}${times}`;
  if (first.action === "ASSIGNED") return `assigned ${what}${times}`;
  const fields = first.changes.map(({ field }) => FIELD_WORDS[field] ?? field);
  return fields.length > 0
    ? `changed the ${listed(fields)} of ${what}${times}`
    : `changed ${what}${times}`;
}
