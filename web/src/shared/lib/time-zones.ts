/** The time zone that the browser is set to. */
export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The names of all time zones, and the one in use, should the browser not know it. */
export function timeZones(present?: string | null): string[] {
  const names = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  if (present) names.add(present);
  return [...names].sort();
}
