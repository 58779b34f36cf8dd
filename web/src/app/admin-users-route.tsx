import { useSearch } from "@tanstack/react-router";
import { AdminUsersPage } from "@/features/people/admin-users-page";

export function AdminUsersRoute() {
  return <AdminUsersPage filter={useSearch({ from: "/signed-in/admin/users" })} />;
}
