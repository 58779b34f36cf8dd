/** Several values in one text, as addresses and the API write them. */
export function split<Value extends string>(text: string | undefined): Value[] {
  return text ? (text.split(",") as Value[]) : [];
}

/** The text of these values, each once and in their order among `known`; none where there is no value. */
export function join(values: readonly string[], known: readonly string[]): string | undefined {
  return known.filter((value) => values.includes(value)).join(",") || undefined;
}

/** The same where nobody knows all of them. */
export function joinSorted(values: readonly string[]): string | undefined {
  return [...new Set(values)].sort().join(",") || undefined;
}

/** What may be one of several, as people say it. */
export function eitherOf(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
}
