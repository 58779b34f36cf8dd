import type { User } from "@/shared/api/types";

export function isStaff(user: Pick<User, "role">): boolean {
  return user.role !== "USER";
}

export function isAdmin(user: Pick<User, "role">): boolean {
  return user.role === "ADMIN";
}
