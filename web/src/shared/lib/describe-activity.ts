import type { Activity, ItemType } from "@/shared/api/types";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import { PRIORITY_LABEL, STATUS_LABEL } from "@/shared/lib/labels";

const FIELD: Record<string, string> = {
  status: "status",
  priority: "priority",
  title: "title",
  description: "description",
  teamId: "team",
  categoryId: "category",
  assignee: "assignee",
  assigneeId: "assignee",
};

/** What is said of deeds that need no fields to tell them; the ticket or task follows where `…` stands. */
const SAID: Partial<Record<Activity["action"], string>> = {
  COMMENT_EDITED: "edited a comment",
  COMMENT_DELETED: "removed a comment",
  ATTACHED: "added a file",
  ATTACHMENT_DELETED: "removed a file",
  DELETED: "deleted …",
  RESTORED: "restored …",
  WATCHERS_CHANGED: "changed who follows …",
  LINKS_CHANGED: "changed what … is linked to",
  MERGED: "merged … with another",
  DUE_SOON: "reminded of the due date",
};

const PLAN: Record<string, string> = {
  dueDate: "changed the due date",
  estimatedMinutes: "changed the estimate",
  tags: "changed the tags",
  checklist: "changed the checklist",
  customFields: "changed the answers to what the category asks for",
};

type NameOf = (id: string) => string | undefined;

function text(value: unknown, nameOf: NameOf): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "object" && "name" in value) return String(value.name);
  const word = String(value);
  if (word in STATUS_LABEL) return STATUS_LABEL[word as keyof typeof STATUS_LABEL];
  if (word in PRIORITY_LABEL) return PRIORITY_LABEL[word as keyof typeof PRIORITY_LABEL];
  return nameOf(word) ?? word;
}

/** What somebody did, as the rest of a sentence that begins with their name. */
export function describeActivity(activity: Activity, type: ItemType, nameOf: NameOf): string {
  const it = `this ${ITEM_WORDS[type].one}`;
  if (activity.action === "CREATED") return type === "TASK" ? `made ${it}` : `raised ${it}`;
  if (activity.action === "COMMENTED") {
    const isInternal = activity.changes.some(
      ({ field, after }) => field === "isInternal" && after === true,
    );
    return isInternal ? "added an internal note" : "added a comment";
  }
  const said = SAID[activity.action];
  if (said) return said.replace("…", it);
  const parts = activity.changes.map(({ field, before, after }) => {
    const name = FIELD[field] ?? field;
    if (field === "description") return "changed the description";
    const planned = PLAN[field];
    if (planned) return planned;
    if (name === "assignee") {
      return after ? `assigned it to ${text(after, nameOf)}` : "took the assignee off";
    }
    return `changed the ${name} from ${text(before, nameOf)} to ${text(after, nameOf)}`;
  });
  return parts.join(", ") || `changed ${it}`;
}
