import type { NewTeam, PersonRef, Team, TeamPatch } from "@/shared/api/types";
import { colorName } from "@/shared/lib/colors";
import type { MeanwhileChange } from "@/shared/ui/meanwhile-notice";

export interface TeamValues {
  name: string;
  description: string;
  color: string | null;
  manager: PersonRef | null;
}

/** As the API names them, for what it says of them. */
export const TEAM_FIELDS = ["name", "description", "color", "managerId"] as const;
export type TeamField = (typeof TEAM_FIELDS)[number];

/** A team while it is edited: what was typed, and the team that it was typed over. */
export interface TeamEdit {
  over: Team;
  typed: TeamValues;
}

export const NEW_TEAM: TeamValues = { name: "", description: "", color: null, manager: null };

export function teamValues({ name, description, color, manager }: Team): TeamValues {
  return { name, description: description ?? "", color: color ?? null, manager: manager ?? null };
}

export function beginTeamEdit(team: Team): TeamEdit {
  return { over: team, typed: teamValues(team) };
}

/** The fields that were changed, as they are to be. */
export function teamPatch({ over, typed }: TeamEdit): TeamPatch {
  const before = teamValues(over);
  const patch: TeamPatch = {};
  const [name, description] = [typed.name.trim(), typed.description.trim()];
  if (name !== before.name) patch.name = name;
  if (description !== before.description) patch.description = description || null;
  if (typed.color !== before.color) patch.color = typed.color;
  if (typed.manager?.id !== before.manager?.id) patch.managerId = typed.manager?.id ?? null;
  return patch;
}

export function newTeam({ name, description, color, manager }: TeamValues): NewTeam {
  return {
    name: name.trim(),
    ...(description.trim() ? { description: description.trim() } : {}),
    ...(color ? { color } : {}),
    ...(manager ? { managerId: manager.id } : {}),
  };
}

/** The edit over the team as it is now: what was typed stays, and what was not touched becomes theirs. */
export function rebaseTeamEdit(edit: TeamEdit, now: Team): TeamEdit {
  const patch = teamPatch(edit);
  const theirs = teamValues(now);
  return {
    over: now,
    typed: {
      name: "name" in patch ? edit.typed.name : theirs.name,
      description: "description" in patch ? edit.typed.description : theirs.description,
      color: "color" in patch ? edit.typed.color : theirs.color,
      manager: "managerId" in patch ? edit.typed.manager : theirs.manager,
    },
  };
}

/** What others have changed since the team was looked at. */
export function teamChanges(before: Team, now: Team): MeanwhileChange[] {
  const rows: MeanwhileChange[] = [
    { label: "Name", before: before.name, now: now.name },
    {
      label: "Description",
      before: before.description || "none",
      now: now.description || "none",
    },
    { label: "Colour", before: colorName(before.color), now: colorName(now.color) },
    {
      label: "Manager",
      before: before.manager?.name ?? "nobody",
      now: now.manager?.name ?? "nobody",
    },
  ];
  return rows.filter((row) => row.before !== row.now);
}
