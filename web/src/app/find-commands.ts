import type { Command } from "@/app/use-commands";

/** The number that a ticket has when somebody types "T-12", "t12", "#12" or "12". */
export function typedTicketNumber(query: string): string | null {
  const digits = /^(?:t-?|#)?0*([1-9]\d{0,11})$/i.exec(query.trim())?.[1];
  return digits === undefined ? null : `T-${digits.padStart(4, "0")}`;
}

const ENTIRELY = 0;
const BY_WORDS = 1;
const SOMEWHERE = 2;

/** How well a text answers a query, all of whose words must occur; null where it does not. */
function rank(text: string, query: string): number | null {
  const words = query.split(/\s+/);
  if (!words.every((word) => text.includes(word))) return null;
  if (text.startsWith(query)) return ENTIRELY;
  return words.every((word) => ` ${text}`.includes(` ${word}`)) ? BY_WORDS : SOMEWHERE;
}

/** The commands that answer a query, in their groups, the best first. */
export function findCommands(commands: Command[], query: string): [string, Command[]][] {
  const wanted = query.trim().toLowerCase();
  const number = typedTicketNumber(query);
  const found = commands
    .map((command) => {
      const { label, ticketNumber = "", words = "" } = command;
      const isTyped = number !== null && number === ticketNumber;
      const text = `${label} ${ticketNumber} ${words}`.toLowerCase();
      return { command, rank: isTyped ? ENTIRELY : rank(text, wanted) };
    })
    .filter((each) => each.rank !== null)
    .sort((a, b) => Number(a.rank) - Number(b.rank))
    .map(({ command }) => command);
  const groups = new Set(found.map(({ group }) => group));
  return [...groups].map((group) => [group, found.filter((each) => each.group === group)]);
}
