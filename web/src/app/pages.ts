import {
  Activity,
  Bell,
  Contact,
  House,
  LifeBuoy,
  type LucideIcon,
  Network,
  Shapes,
  ShieldCheck,
  SlidersHorizontal,
  UserCog,
  UserRound,
  Zap,
} from "lucide-react";
import type { SubPage } from "@/app/sub-navigation";
import type { User } from "@/shared/api/types";
import { isAdmin, isManager, isStaff } from "@/shared/session/is-staff";

/** A page that not everybody has who has its area. */
interface AreaPage extends SubPage {
  isFor?: (user: User) => boolean;
}

/** The settings area, in the order of its tabs. */
const SETTINGS_PAGES = [
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
    words: "settings mail e-mail email by quiet hours digest time zone go to",
  },
  {
    to: "/settings/macros",
    label: "Macros",
    Icon: Zap,
    words: "settings manage canned replies templates go to",
    isFor: isStaff,
  },
] as const satisfies readonly AreaPage[];

interface AdminPage extends SubPage {
  to: "/admin/users" | "/admin/teams" | "/admin/categories" | "/admin/macros" | "/admin/settings";
  isFor: (user: User) => boolean;
}

/** The admin area: a further page is one more entry here, and one more route. */
const ADMIN_PAGES: readonly AdminPage[] = [
  {
    to: "/admin/users",
    label: "Users",
    Icon: UserCog,
    words: "admin accounts invite people roles go to",
    isFor: isAdmin,
  },
  {
    to: "/admin/teams",
    label: "Teams",
    Icon: Network,
    words: "admin groups make delete go to",
    isFor: isAdmin,
  },
  {
    to: "/admin/categories",
    label: "Categories",
    Icon: Shapes,
    words: "admin fields forms topics go to",
    isFor: isManager,
  },
  {
    to: "/admin/macros",
    label: "Macros",
    Icon: Zap,
    words: "admin manage shared canned replies templates go to",
    isFor: isManager,
  },
  {
    to: "/admin/settings",
    label: "Settings",
    Icon: SlidersHorizontal,
    words: "admin system organisation name time zone mail digest priority limits go to",
    isFor: isAdmin,
  },
];

export interface MainPage {
  to: "/" | "/activity" | "/people" | "/teams" | "/admin" | "/help";
  label: string;
  Icon: LucideIcon;
  words: string;
  isFor: (user: User) => boolean;
}

/** What stands before the lists of tickets: staff begin with their list. */
export const HOME_PAGE: MainPage = {
  to: "/",
  label: "Home",
  Icon: House,
  words: "start portal categories go to",
  isFor: (user) => !isStaff(user),
};

/** What the main navigation has besides the lists of tickets. */
const MAIN_PAGES: readonly MainPage[] = [
  {
    to: "/activity",
    label: "Activity",
    Icon: Activity,
    words: "feed history what happened go to",
    isFor: () => true,
  },
  { to: "/people", label: "People", Icon: Contact, words: "persons staff go to", isFor: isStaff },
  { to: "/teams", label: "Teams", Icon: Network, words: "groups members go to", isFor: isStaff },
  { to: "/admin", label: "Admin", Icon: UserCog, words: "go to", isFor: isManager },
  {
    to: "/help",
    label: "Help",
    Icon: LifeBuoy,
    words: "guide how manual statuses roles contact go to",
    isFor: () => true,
  },
];

/** The pages of the settings that this person has. */
export function settingsPages(user: User) {
  return SETTINGS_PAGES.filter((page: AreaPage) => page.isFor?.(user) ?? true);
}

/** The pages of the admin area that this person has; managers look after what is their teams'. */
export function adminPages(user: User): AdminPage[] {
  return ADMIN_PAGES.filter(({ isFor }) => isFor(user));
}

export function mainPages(user: User): MainPage[] {
  return MAIN_PAGES.filter(({ isFor }) => isFor(user));
}
