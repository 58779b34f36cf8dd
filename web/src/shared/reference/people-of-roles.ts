import { api, unwrap } from "@/shared/api/client";
import type { Role, User } from "@/shared/api/types";
import { allPages } from "@/shared/reference/all-pages";

/** The roles that can have work. */
export const STAFF: readonly Role[] = ["AGENT", "MANAGER", "ADMIN"];

interface Which {
  isActive: boolean;
  signal: AbortSignal;
  /** So many pages of each role are read at most. */
  mostPages?: number;
}

/**
 * Everybody of these roles, by name. Each role is read by itself: all people together would be all requesters
 * too, of whom an organisation has many thousands.
 */
export async function peopleOfRoles(
  roles: readonly Role[],
  { isActive, signal, mostPages }: Which,
): Promise<User[]> {
  const found = await Promise.all(
    roles.map((role) =>
      allPages<User>(
        (cursor) =>
          unwrap(
            api.GET("/api/users", {
              params: { query: { role, isActive, cursor, limit: 100 } },
              signal,
            }),
          ),
        mostPages,
      ),
    ),
  );
  return found.flat().sort((one, other) => one.name.localeCompare(other.name));
}
