import type { Ticket } from "@/shared/api/types";
import { isBlankHtml } from "@/shared/lib/is-blank-html";

export interface TicketText {
  title: string;
  description: string;
}

export type TextField = keyof TicketText;

/** A ticket's text while it is edited: what was typed, and the version that it was typed over. */
export interface TicketEdit {
  over: TicketText & { version: number };
  typed: TicketText;
}

export const TEXT_FIELDS: readonly TextField[] = ["title", "description"];

export function beginEdit({ title, description, version }: Ticket): TicketEdit {
  return { over: { title, description, version }, typed: { title, description } };
}

function meant({ title, description }: TicketText): TicketText {
  return { title: title.trim(), description: isBlankHtml(description) ? "" : description };
}

/** The fields that were changed, as they are to be. */
export function editPatch({ over, typed }: TicketEdit): Partial<TicketText> {
  const wanted = meant(typed);
  const patch: Partial<TicketText> = {};
  for (const field of TEXT_FIELDS) {
    if (wanted[field] !== over[field]) patch[field] = wanted[field];
  }
  return patch;
}

/** The fields that somebody else has changed too, and not to the same. */
export function contested(edit: TicketEdit, theirs: TicketText): TextField[] {
  const patch = editPatch(edit);
  return TEXT_FIELDS.filter(
    (field) =>
      patch[field] !== undefined &&
      theirs[field] !== edit.over[field] &&
      theirs[field] !== patch[field],
  );
}

/** The edit over their version: what was typed stays, and what was not touched becomes theirs. */
export function rebaseEdit(edit: TicketEdit, theirs: Ticket): TicketEdit {
  const patch = editPatch(edit);
  const { over, typed } = beginEdit(theirs);
  for (const field of TEXT_FIELDS) {
    if (patch[field] !== undefined) typed[field] = edit.typed[field];
  }
  return { over, typed };
}
