import type { Sharing, User } from "@/shared/api/types";

/** Sharing as one word, for lists to choose from and to group by: `NOBODY`, `EVERYONE` or a team's id. */
export function sharingKey(sharing: Sharing): string {
  return sharing.with === "TEAM" ? sharing.teamId : sharing.with;
}

export function sharingOf(key: string): Sharing {
  if (key === "NOBODY" || key === "EVERYONE") return { with: key };
  return { with: "TEAM", teamId: key };
}

/** Whether this person may make, change and delete what is shared like this; mirrors the server's policy. */
export function mayShare(sharing: Sharing, { role, teamIds }: User): boolean {
  switch (sharing.with) {
    case "NOBODY":
      return role !== "USER";
    case "TEAM":
      return role === "ADMIN" || (role === "MANAGER" && teamIds.includes(sharing.teamId));
    case "EVERYONE":
      return role === "ADMIN";
  }
}

/** Whether the list of what somebody has holds it: the own, the teams' and everyone's. */
function isHad(sharing: Sharing, { teamIds }: User): boolean {
  return sharing.with !== "TEAM" || teamIds.includes(sharing.teamId);
}

/** What is kept under a name. */
interface Kept {
  id: string;
  name: string;
  sharing: Sharing;
}

/**
 * A list after something in it was made or changed. The index behind the server's lists lags a little, so
 * what was answered is put in by hand. `teamId` is whose shelf it lists; null for all that the person has.
 */
export function putKept<T extends Kept>(
  list: readonly T[],
  entry: T,
  teamId: string | null,
  user: User,
): T[] {
  const others = list.filter(({ id }) => id !== entry.id);
  const belongs = teamId ? sharingKey(entry.sharing) === teamId : isHad(entry.sharing, user);
  if (!belongs) return others;
  return [...others, entry].sort((one, other) => one.name.localeCompare(other.name));
}
