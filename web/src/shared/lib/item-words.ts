import type { ItemType } from "@/shared/api/types";

/** What people call tickets and tasks. */
export const ITEM_WORDS: Record<ItemType, { one: string; One: string; many: string }> = {
  TICKET: { one: "ticket", One: "Ticket", many: "tickets" },
  TASK: { one: "task", One: "Task", many: "tasks" },
};

/** How many there are, in words: "1 ticket", "3 tasks". */
export function countOf(count: number, type: ItemType): string {
  return `${count} ${count === 1 ? ITEM_WORDS[type].one : ITEM_WORDS[type].many}`;
}

/** The type that a number or an address speaks of: `TASK-0042` is a task. */
export function typeOfNumber(number: string): ItemType {
  return /^task-/i.test(number) ? "TASK" : "TICKET";
}

/** The number that somebody types as "T-42", "42", "task-7" or "#42"; null where it is none. */
export function typedNumber(text: string, type: ItemType = "TICKET"): string | null {
  const [, prefix = "", digits] = /^(t-?|task-?|#)?0*([1-9]\d{0,11})$/i.exec(text.trim()) ?? [];
  if (!digits) return null;
  const isTask = /^task/i.test(prefix) || (type === "TASK" && !/^t/i.test(prefix));
  return `${isTask ? "TASK" : "T"}-${digits.padStart(4, "0")}`;
}

/** The page of a ticket or a task, for links and for going there. */
export function itemTarget({ number, type }: { number: string; type?: ItemType }) {
  return {
    to: (type ?? typeOfNumber(number)) === "TASK" ? "/tasks/$ticketRef" : "/tickets/$ticketRef",
    params: { ticketRef: number },
  } as const;
}

/** The list of tickets, or that of tasks. */
export function listTarget(type: ItemType) {
  return { to: type === "TASK" ? "/tasks" : "/tickets" } as const;
}
