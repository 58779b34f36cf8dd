import type { User } from "@/shared/api/types";

export function isStaff(user: Pick<User, "role">): boolean {
  return user.role !== "USER";
}

export function isAdmin(user: Pick<User, "role">): boolean {
  return user.role === "ADMIN";
}

/** Whether this person may change the team, its members and its categories. */
export function leadsTeam(
  user: Pick<User, "role" | "teamIds">,
  teamId: string | null | undefined,
): boolean {
  if (isAdmin(user)) return true;
  return user.role === "MANAGER" && teamId != null && user.teamIds.includes(teamId);
}

/** Managers and admins: those who look after what others work with. */
export function isManager(user: Pick<User, "role">): boolean {
  return user.role === "ADMIN" || user.role === "MANAGER";
}
