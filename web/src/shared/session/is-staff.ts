import type { User } from "@/shared/api/types";

export function isStaff(user: Pick<User, "role">): boolean {
  return user.role !== "USER";
}
