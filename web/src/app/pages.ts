import {
  Bell,
  Contact,
  type LucideIcon,
  Network,
  ShieldCheck,
  UserCog,
  UserRound,
} from "lucide-react";
import type { SubPage } from "@/app/sub-navigation";
import type { User } from "@/shared/api/types";
import { isAdmin, isStaff } from "@/shared/session/is-staff";

/** The settings area, in the order of its tabs. */
export const SETTINGS_PAGES = [
  {
    to: "/settings/profile",
    label: "Profile",
    Icon: UserRound,
    words: "settings name account go to",
  },
  {
    to: "/settings/security",
    label: "Security",
    Icon: ShieldCheck,
    words: "settings password two-factor sessions sign-ins go to",
  },
  {
    to: "/settings/notifications",
    label: "Notifications",
    Icon: Bell,
    words: "settings mail e-mail email by go to",
  },
] as const satisfies readonly SubPage[];

/** The admin area: a further page is one more entry here, and one more route. */
export const ADMIN_PAGES = [
  {
    to: "/admin/users",
    label: "Users",
    Icon: UserCog,
    words: "admin accounts invite people roles go to",
  },
] as const satisfies readonly SubPage[];

interface MainPage {
  to: "/people" | "/teams" | "/admin";
  label: string;
  Icon: LucideIcon;
  words: string;
  isFor: (user: User) => boolean;
}

/** What the main navigation has besides the lists of tickets. */
const MAIN_PAGES: readonly MainPage[] = [
  { to: "/people", label: "People", Icon: Contact, words: "persons staff go to", isFor: isStaff },
  { to: "/teams", label: "Teams", Icon: Network, words: "groups members go to", isFor: isStaff },
  { to: "/admin", label: "Admin", Icon: UserCog, words: "go to", isFor: isAdmin },
];

export function mainPages(user: User): MainPage[] {
  return MAIN_PAGES.filter(({ isFor }) => isFor(user));
}
