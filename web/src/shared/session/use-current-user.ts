import { useRef } from "react";
import type { User } from "@/shared/api/types";
import { useSession } from "@/shared/session/session-store";

/** The signed-in person; for use below the signed-in part of the route tree. */
export function useCurrentUser(): User {
  const session = useSession();
  // At sign-out the page is drawn once more before it is left.
  const last = useRef<User | null>(null);
  if (session.kind === "signed-in") last.current = session.user;
  if (!last.current) throw new Error("nobody is signed in");
  return last.current;
}
