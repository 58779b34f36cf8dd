import type { Role } from "@/shared/api/types";
import { ROLES } from "@/shared/lib/labels";

export const ACTIVITY = ["active", "deactivated"] as const;
export type Activity = (typeof ACTIVITY)[number];

/** What the address says; whatever it does not say, or says wrongly, is not asked for. */
export interface PeopleFilter {
  /** What words of the name, or the e-mail, begin with. */
  name?: string;
  role?: Role;
  team?: string;
  status?: Activity;
}

export function parsePeopleFilter(search: Record<string, unknown>): PeopleFilter {
  const role = ROLES.find((each) => each === search.role);
  const status = ACTIVITY.find((each) => each === search.status);
  // A name of digits alone comes as a number.
  const name = typeof search.name === "number" ? String(search.name) : search.name;
  return {
    ...(typeof name === "string" && name.trim() ? { name: name.trim().slice(0, 120) } : {}),
    ...(role ? { role } : {}),
    ...(typeof search.team === "string" && /^team_[0-9a-f]{32}$/.test(search.team)
      ? { team: search.team }
      : {}),
    ...(status ? { status } : {}),
  };
}
