const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const dayAndYear = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
});
const dayAndTime = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const yearAndTime = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short" });

// Browsers differ in how they shorten such words, so these are our own.
function told(count: number, unit: string): string {
  return count < 0 ? `${-count} ${unit} ago` : `in ${count} ${unit}`;
}

/** How many units it is away: what is past is so for whole ones only, and for one at least. */
function unitsOf(seconds: number, unitSeconds: number): number {
  const count = seconds / unitSeconds;
  return count < 0 ? Math.min(Math.ceil(count), -1) : Math.round(count);
}

/** By how many days of the reader's calendar they are apart. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return (midnight(to) - midnight(from)) / (DAY * 1000);
}

function dateOf(at: Date, isThisYear: boolean, hasTime: boolean): string {
  if (hasTime) return (isThisYear ? dayAndTime : yearAndTime).format(at);
  return (isThisYear ? day : dayAndYear).format(at);
}

interface Wording {
  /** Whether the date has the time with it. */
  hasTime?: boolean;
}

/** "just now", "5 min ago", "yesterday", and the date once it is a week away. */
export function relativeTime(
  instant: string,
  now: number = Date.now(),
  { hasTime = false }: Wording = {},
): string {
  const at = new Date(instant);
  const seconds = Math.round((at.getTime() - now) / 1000);
  const distance = Math.abs(seconds);
  if (Number.isNaN(seconds)) return "";
  // Clocks differ: what happened "in 10 seconds" happened now.
  if (distance < 45) return "just now";
  if (distance < HOUR) return told(unitsOf(seconds, MINUTE), "min");
  const today = new Date(now);
  const days = daysBetween(today, at);
  if (distance < 22 * HOUR || days === 0) return told(unitsOf(seconds, HOUR), "h");
  if (days === -1) return "yesterday";
  if (days === 1) return "tomorrow";
  if (Math.abs(days) < 7) return told(days, "days");
  return dateOf(at, at.getFullYear() === today.getFullYear(), hasTime);
}

/** The whole instant in the reader's time zone, for a tooltip. */
export function absoluteTime(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? "" : full.format(at);
}
