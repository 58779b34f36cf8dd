import { Outlet } from "@tanstack/react-router";
import { NotFoundPage } from "@/app/not-found-page";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

/** For requesters there is no such page. */
export function StaffLayout() {
  return isStaff(useCurrentUser()) ? <Outlet /> : <NotFoundPage />;
}
