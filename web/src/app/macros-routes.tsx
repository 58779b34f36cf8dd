import { NotFoundPage } from "@/app/not-found-page";
import { OwnMacrosPage, SharedMacrosPage } from "@/features/macros/macros-page";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

/** Macros are the staff's. */
export function OwnMacrosRoute() {
  return isStaff(useCurrentUser()) ? <OwnMacrosPage /> : <NotFoundPage />;
}

export function SharedMacrosRoute() {
  return <SharedMacrosPage />;
}
