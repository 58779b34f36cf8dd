import type { Command } from "@/app/use-commands";
import { typedNumber } from "@/shared/lib/item-words";

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
  const number = typedNumber(query);
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
