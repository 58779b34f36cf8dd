import type { MacroActions, Priority, Status, Ticket } from "@/shared/api/types";
import { PRIORITY_LABEL, STATUS_LABEL } from "@/shared/lib/labels";

/** The names behind the ids that actions speak of; undefined while they are not known. */
export interface ActionNames {
  category: (id: string) => string | undefined;
  team: (id: string) => string | undefined;
  person: (id: string) => string | undefined;
}

export type ActionKey = "status" | "priority" | "assignee" | "team" | "category" | `tag:${string}`;

export interface ActionWords {
  key: ActionKey;
  words: string;
}

function assigneeWords(assignee: string, names: ActionNames): string {
  if (assignee === "me") return "Assign to me";
  if (assignee === "nobody") return "Assign to nobody";
  return `Assign to ${names.person(assignee) ?? "…"}`;
}

/** What a macro does, each in a few words. */
export function actionWords(actions: MacroActions, names: ActionNames): ActionWords[] {
  const { status, priority, assignee, teamId, categoryId, addTags = [], removeTags = [] } = actions;
  const all: (ActionWords | null)[] = [
    status ? { key: "status", words: `Status → ${STATUS_LABEL[status as Status]}` } : null,
    priority
      ? { key: "priority", words: `Priority → ${PRIORITY_LABEL[priority as Priority]}` }
      : null,
    assignee ? { key: "assignee", words: assigneeWords(assignee, names) } : null,
    teamId ? { key: "team", words: `Team → ${names.team(teamId) ?? "…"}` } : null,
    categoryId
      ? { key: "category", words: `Category → ${names.category(categoryId) ?? "…"}` }
      : null,
    ...addTags.map((tag): ActionWords => ({ key: `tag:${tag}`, words: `+ ${tag}` })),
    ...removeTags.map((tag): ActionWords => ({ key: `tag:${tag}`, words: `− ${tag}` })),
  ];
  return all.filter((each) => each !== null);
}

export function hasActions(actions: MacroActions): boolean {
  return Object.values(actions).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined,
  );
}

/** The actions that change something about this ticket, used by this person. */
export function effectiveActions(
  actions: MacroActions,
  ticket: Ticket,
  userId: string,
): MacroActions {
  const { status, priority, assignee, teamId, categoryId, addTags = [], removeTags = [] } = actions;
  const wanted = assignee === "me" ? userId : assignee === "nobody" ? null : assignee;
  return {
    ...(status && status !== ticket.status ? { status } : {}),
    ...(priority && priority !== ticket.priority ? { priority } : {}),
    ...(assignee && wanted !== (ticket.assignee?.id ?? null) ? { assignee } : {}),
    ...(teamId && teamId !== ticket.teamId ? { teamId } : {}),
    ...(categoryId && categoryId !== ticket.categoryId ? { categoryId } : {}),
    addTags: addTags.filter((tag) => !ticket.tags.includes(tag)),
    removeTags: removeTags.filter((tag) => ticket.tags.includes(tag)),
  };
}

/** Whether the status that it sets cannot follow the present one: the server refuses the whole macro then. */
export function isStatusRefused({ status }: MacroActions, ticket: Ticket): boolean {
  return (
    Boolean(status) &&
    status !== ticket.status &&
    !ticket.allowedStatuses.some((allowed) => allowed === status)
  );
}
