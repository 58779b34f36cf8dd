import type { Macro, MacroActions, MacroPatch, NewMacro, Sharing } from "@/shared/api/types";
import { isBlankHtml } from "@/shared/lib/is-blank-html";
import { hasActions } from "@/shared/lib/macro-actions";
import { unknownVariables } from "@/shared/lib/macro-variables";

/** A macro as its form holds it. */
export interface MacroTyped {
  name: string;
  description: string;
  content: string;
  isInternal: boolean;
  actions: MacroActions;
  sharing: Sharing;
}

export const MACRO_FIELDS = ["name", "description", "reply", "actions", "sharing"] as const;
export type MacroField = (typeof MACRO_FIELDS)[number];

export function emptyMacro(sharing: Sharing): MacroTyped {
  return { name: "", description: "", content: "", isInternal: false, actions: {}, sharing };
}

export function typedOf({ name, description, reply, actions, sharing }: Macro): MacroTyped {
  return {
    name,
    description: description ?? "",
    content: reply?.content ?? "",
    isInternal: reply?.isInternal === true,
    actions,
    sharing,
  };
}

/** The actions that are set, so that what was emptied is absent. */
function cleanActions(actions: MacroActions): MacroActions {
  const isSet = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  return Object.fromEntries(Object.entries(actions).filter(([, value]) => isSet(value)));
}

/** All of it, as the server takes it, for a new one and for a change alike. */
export function macroBody(typed: MacroTyped): NewMacro & MacroPatch {
  const { name, description, content, isInternal, actions, sharing } = typed;
  return {
    name: name.trim(),
    description: description.trim() || null,
    reply: isBlankHtml(content) ? null : { content, isInternal },
    actions: cleanActions(actions),
    sharing,
  };
}

export function isSameMacro(one: MacroTyped, other: MacroTyped): boolean {
  return JSON.stringify(macroBody(one)) === JSON.stringify(macroBody(other));
}

/** What can be said about it without the server. */
export function macroProblems(typed: MacroTyped): Partial<Record<MacroField, string>> {
  const problems: Partial<Record<MacroField, string>> = {};
  if (!typed.name.trim()) problems.name = "Give it a name";
  const isSilent = isBlankHtml(typed.content);
  if (isSilent && !hasActions(cleanActions(typed.actions))) {
    problems.reply = "Write what it says, or choose below what it does";
  }
  const unknown = unknownVariables(typed.content);
  if (!isSilent && unknown.length > 0) {
    problems.reply = `There is no variable {{${unknown[0]}}}`;
  }
  return problems;
}
