/** Until when something is due: before now, before the end of today or of a week, or of a day that is named. */
export type DueFilter = "overdue" | "today" | "week" | `${number}-${number}-${number}`;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function parseDue(value: unknown): DueFilter | undefined {
  if (value === "overdue" || value === "today" || value === "week") return value;
  return typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value))
    ? (value as DueFilter)
    : undefined;
}

/** The first moment of a day where the reader is. */
export function startOfDay(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}

/** The first moment after it. */
export function endOfDay(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + 1);
}

/** What is due before this moment is meant. */
export function dueBefore(due: DueFilter, now: Date): Date {
  switch (due) {
    case "overdue":
      return now;
    case "today":
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    case "week":
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 8);
    default:
      return endOfDay(due);
  }
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

export function dayLabel(text: string): string {
  return day.format(startOfDay(text));
}

export function dueLabel(due: DueFilter): string {
  switch (due) {
    case "overdue":
      return "Overdue";
    case "today":
      return "Due today or before";
    case "week":
      return "Due within 7 days";
    default:
      return `Due by ${dayLabel(due)}`;
  }
}
