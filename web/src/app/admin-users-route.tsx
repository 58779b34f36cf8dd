import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { NotFoundPage } from "@/app/not-found-page";
import { AdminUsersPage } from "@/features/people/admin-users-page";
import { isAdmin } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const ReassignDialog = lazy(() => import("@/features/tickets/reassign-dialog"));

/** For others than admins there is no such page. */
export function AdminUsersRoute() {
  const filter = useSearch({ from: "/signed-in/admin/users" });
  if (!isAdmin(useCurrentUser())) return <NotFoundPage />;
  return (
    <AdminUsersPage
      filter={filter}
      reassign={(person, onClose) => (
        <Suspense>
          <ReassignDialog person={person} onClose={onClose} />
        </Suspense>
      )}
    />
  );
}
