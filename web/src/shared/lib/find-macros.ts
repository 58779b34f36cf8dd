import type { Macro, Team } from "@/shared/api/types";
import { sharingKey } from "@/shared/lib/sharing";

export interface MacroGroup {
  key: string;
  label: string;
  macros: Macro[];
}

function haystack({ name, description, reply }: Macro): string {
  const words = reply?.content.replace(/<[^>]*>/g, " ") ?? "";
  return `${name} ${description ?? ""} ${words}`.toLowerCase();
}

/** Whether each word that was typed occurs in its name, its description or what it says. */
export function answers(macro: Macro, query: string): boolean {
  const text = haystack(macro);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The macros that answer, those whose name begins so first; the own, each team's and everyone's apart. */
export function findMacros(
  macros: readonly Macro[],
  query: string,
  teams: readonly Pick<Team, "id" | "name">[],
): MacroGroup[] {
  const wanted = query.trim();
  const isFirst = ({ name }: Macro) => name.toLowerCase().startsWith(wanted.toLowerCase());
  const found = macros
    .filter((macro) => answers(macro, wanted))
    .sort((one, other) => Number(isFirst(other)) - Number(isFirst(one)));
  const groups = [
    { key: "NOBODY", label: "Mine" },
    ...teams.map(({ id, name }) => ({ key: id, label: name })),
    { key: "EVERYONE", label: "Everyone’s" },
  ];
  return groups
    .map((group) => ({
      ...group,
      macros: found.filter(({ sharing }) => sharingKey(sharing) === group.key),
    }))
    .filter((group) => group.macros.length > 0);
}
