import { Outlet } from "@tanstack/react-router";
import { NotFoundPage } from "@/app/not-found-page";
import { ADMIN_PAGES } from "@/app/pages";
import { SubNavigation } from "@/app/sub-navigation";
import { isAdmin } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

/** For others than admins there is no such page. */
export function AdminLayout() {
  const user = useCurrentUser();
  if (!isAdmin(user)) return <NotFoundPage />;
  return (
    <>
      <SubNavigation label="Admin" pages={ADMIN_PAGES} />
      <Outlet />
    </>
  );
}
