import type { CustomField, FieldKind } from "@/shared/api/types";

export const MOST_FIELDS = 20;
export const MOST_OPTIONS = 50;

export const FIELD_KINDS: readonly { value: FieldKind; label: string }[] = [
  { value: "TEXT", label: "Text" },
  { value: "NUMBER", label: "Number" },
  { value: "DATE", label: "Date" },
  { value: "SELECT", label: "Choice of one" },
  { value: "MULTI_SELECT", label: "Choice of several" },
  { value: "CHECKBOX", label: "Tick box" },
];

export function kindLabel(kind: FieldKind): string {
  return FIELD_KINDS.find(({ value }) => value === kind)?.label ?? kind;
}

export function hasOptions(kind: FieldKind): boolean {
  return kind === "SELECT" || kind === "MULTI_SELECT";
}

const LONGEST_KEY = 40;

/** A key out of a label ("Room number" is `roomNumber`) that none of the others has. */
export function keyFor(label: string, taken: readonly string[]): string {
  const words = label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const joined = words
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  const start = (/^[a-z]/.test(joined) ? joined : `field${joined}`).slice(0, LONGEST_KEY - 3);
  let key = start;
  for (let number = 2; taken.includes(key); number += 1) key = `${start}${number}`;
  return key;
}

/** One option a line, as a text area has them, without blank ones. */
export function optionsOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** The list with the entry of one place at another. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

/** A field as it is kept: a line is trimmed, and only a choice has options. */
export function tidyField({ key, label, kind, options, isRequired, help }: CustomField) {
  return {
    key,
    label: label.trim(),
    kind,
    ...(hasOptions(kind) ? { options: optionsOf((options ?? []).join("\n")) } : {}),
    ...(isRequired ? { isRequired } : {}),
    ...(help?.trim() ? { help: help.trim() } : {}),
  } satisfies CustomField;
}

export function isSameField(one: CustomField, other: CustomField): boolean {
  return JSON.stringify(tidyField(one)) === JSON.stringify(tidyField(other));
}

export function isSameList(one: readonly CustomField[], other: readonly CustomField[]): boolean {
  return (
    one.length === other.length &&
    one.every((field, at) => isSameField(field, other[at] as CustomField))
  );
}

/** What is wrong with fields before anybody is asked, by the API's path of each. */
export function fieldProblems(fields: readonly CustomField[]): Record<string, string> {
  const problems: Record<string, string> = {};
  fields.forEach(({ label, kind, options = [] }, at) => {
    const kept = optionsOf(options.join("\n"));
    if (!label.trim()) problems[`fields[${at}].label`] = "Enter the label";
    if (!hasOptions(kind)) return;
    if (kept.length === 0) problems[`fields[${at}].options`] = "Enter what can be chosen";
    else if (kept.length > MOST_OPTIONS) {
      problems[`fields[${at}].options`] = `${MOST_OPTIONS} options at most`;
    } else if (new Set(kept).size < kept.length) {
      problems[`fields[${at}].options`] = "An option is there twice";
    } else if (kept.some((option) => option.length > 80)) {
      problems[`fields[${at}].options`] = "An option has 80 characters at most";
    }
  });
  return problems;
}

/**
 * Fields that two people changed from the same start: what I touched is mine, what I did not is
 * theirs, and what either added or took out is there or is not. My order holds where I changed it.
 */
export function mergeFields(
  before: readonly CustomField[],
  mine: readonly CustomField[],
  theirs: readonly CustomField[],
): CustomField[] {
  const of = (list: readonly CustomField[], key: string) => list.find((field) => field.key === key);
  const isTouched = (list: readonly CustomField[], key: string) => {
    const [start, now] = [of(before, key), of(list, key)];
    return start && now ? !isSameField(start, now) : start !== now;
  };
  const resolve = (key: string) => of(isTouched(mine, key) ? mine : theirs, key);

  const keys = (list: readonly CustomField[]) => list.map(({ key }) => key);
  const kept = keys(before).filter((key) => of(mine, key));
  const isReordered =
    keys(mine)
      .filter((key) => of(before, key))
      .join() !== kept.join();
  const [first, second] = isReordered ? [mine, theirs] : [theirs, mine];
  const order = new Set([...keys(first), ...keys(second)]);
  return [...order].flatMap((key) => resolve(key) ?? []);
}

/** The fields in a line, for what changed meanwhile. */
export function fieldsInWords(fields: readonly CustomField[]): string {
  if (fields.length === 0) return "none";
  return fields
    .map(({ label, kind, options, isRequired }) => {
      const about = [
        kindLabel(kind).toLowerCase(),
        ...(isRequired ? ["required"] : []),
        ...(options && options.length > 0 ? [options.join(", ")] : []),
      ];
      return `${label} (${about.join("; ")})`;
    })
    .join(" · ");
}

/** Each new field with a key out of its label; fields that are known keep theirs. */
export function withKeys(
  fields: readonly CustomField[],
  known: readonly CustomField[],
): CustomField[] {
  const knownKeys = known.map(({ key }) => key);
  const taken = [...knownKeys];
  return fields.map((field) => {
    if (knownKeys.includes(field.key)) return field;
    const key = keyFor(field.label, taken);
    taken.push(key);
    return { ...field, key };
  });
}
