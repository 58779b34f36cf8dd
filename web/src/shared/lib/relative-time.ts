const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const dayAndYear = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
});
const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short" });

// Browsers differ in how they shorten such words, so these are our own.
function ago(seconds: number, unitSeconds: number, unit: string): string {
  const count = Math.round(Math.abs(seconds) / unitSeconds);
  return seconds < 0 ? `${count} ${unit} ago` : `in ${count} ${unit}`;
}

/** "just now", "5 min ago", "yesterday", and the date once it is more than a week away. */
export function relativeTime(instant: string, now: number = Date.now()): string {
  const at = new Date(instant);
  const seconds = Math.round((at.getTime() - now) / 1000);
  const distance = Math.abs(seconds);
  if (Number.isNaN(seconds)) return "";
  // Clocks differ: what happened "in 10 seconds" happened now.
  if (distance < 45) return "just now";
  if (distance < HOUR) return ago(seconds, MINUTE, "min");
  if (distance < 22 * HOUR) return ago(seconds, HOUR, "h");
  if (distance < 1.5 * DAY) return seconds < 0 ? "yesterday" : "tomorrow";
  if (distance < 7 * DAY) return ago(seconds, DAY, "days");
  const sameYear = at.getFullYear() === new Date(now).getFullYear();
  return (sameYear ? day : dayAndYear).format(at);
}

/** The whole instant in the reader's time zone, for a tooltip. */
export function absoluteTime(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? "" : full.format(at);
}
