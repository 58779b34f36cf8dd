import { Outlet, useLocation } from "@tanstack/react-router";
import { NotFoundPage } from "@/app/not-found-page";
import { adminPages } from "@/app/pages";
import { SubNavigation } from "@/app/sub-navigation";
import { useCurrentUser } from "@/shared/session/use-current-user";

/** For whom a page is not there is no such page. */
export function AdminLayout() {
  const pages = adminPages(useCurrentUser());
  const { pathname } = useLocation();
  const isTheirs = pages.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  if (!isTheirs) return <NotFoundPage />;
  return (
    <>
      {pages.length > 1 ? <SubNavigation label="Admin" pages={pages} /> : null}
      <Outlet />
    </>
  );
}
