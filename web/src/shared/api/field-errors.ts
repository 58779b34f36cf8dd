import { isApiError } from "@/shared/api/api-error";

export interface FieldErrors {
  /** One text a known field, ready for a form. */
  fields: Record<string, string>;
  /** What could not be put at a field. */
  other: string[];
}

function sentence(rule: string): string {
  const text = rule.trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Sorts the field problems of an error by the fields that a form shows. A rule of a field that the
 * form does not show (or of none) lands in `other`, so that nothing is swallowed.
 */
export function fieldErrors(error: unknown, known: readonly string[]): FieldErrors {
  const result: FieldErrors = { fields: {}, other: [] };
  if (!isApiError(error)) return result;
  for (const { field, rule } of error.problem?.errors ?? []) {
    const name = known.includes(field) ? field : (field.split(/[.[]/, 1)[0] ?? field);
    if (!known.includes(name)) {
      result.other.push(`${field}: ${rule}`);
    } else if (result.fields[name]) {
      result.fields[name] += `; ${rule}`;
    } else {
      result.fields[name] = sentence(rule);
    }
  }
  return result;
}
