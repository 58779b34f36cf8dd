import { fieldErrors } from "@/shared/api/field-errors";
import type { CustomField, FieldValue, FieldValues } from "@/shared/api/types";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** An answer as people read it; null where there is none. */
export function shownAnswer({ kind }: CustomField, value: FieldValue | undefined): string | null {
  if (value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : null;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (kind !== "DATE") return String(value);
  const at = new Date(String(value));
  return Number.isNaN(at.getTime()) ? String(value) : day.format(at);
}

/** The answers to these fields, without those to others and those that say nothing. */
export function answersTo(fields: readonly CustomField[], values: FieldValues): FieldValues {
  const answers: FieldValues = {};
  for (const { key } of fields) {
    const value = values[key];
    if (value !== undefined && value !== "") answers[key] = value;
  }
  return answers;
}

/** What a form says of required fields that have no answer, by their keys. */
export function missingAnswers(
  fields: readonly CustomField[],
  values: FieldValues,
): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const field of fields) {
    if (!field.isRequired) continue;
    const value = values[field.key];
    const isBlank = typeof value === "string" && value.trim() === "";
    if (field.kind === "CHECKBOX" && value !== true) missing[field.key] = "Must be ticked";
    else if (value === undefined || isBlank) missing[field.key] = "Must be given";
  }
  return missing;
}

const PATH = "customFields.";

/** What the server says of the answers (`customFields.key`), by the keys of the fields. */
export function answerErrors(
  error: unknown,
  fields: readonly CustomField[],
): Record<string, string> {
  const known = fields.map(({ key }) => PATH + key);
  const found = Object.entries(fieldErrors(error, known).fields);
  return Object.fromEntries(found.map(([path, rule]) => [path.slice(PATH.length), rule]));
}
