import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { ErrorPage } from "@/app/error-page";
import { NotFoundPage } from "@/app/not-found-page";
import { Shell } from "@/app/shell";
import { StaffLayout } from "@/app/staff-layout";
import { TaskListRoute, TicketListRoute } from "@/app/ticket-list-route";
import { parseFeedFilter, parseKindFilter } from "@/features/activity/feed-filter";
import { SignInPage } from "@/features/auth/sign-in-page";
import { parsePeopleFilter } from "@/features/people/people-filter";
import { parseTicketSearch } from "@/features/tickets/ticket-filter";
import type { ItemType } from "@/shared/api/types";
import { itemTarget, typedNumber, typeOfNumber } from "@/shared/lib/item-words";
import { isAdmin, isStaff } from "@/shared/session/is-staff";
import { safeRedirect } from "@/shared/session/safe-redirect";
import { sessionStore } from "@/shared/session/session-store";

interface RouterContext {
  queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

interface SignInSearch {
  redirect?: string;
  notice?: "password-set";
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: ({ redirect, notice }: Record<string, unknown>): SignInSearch => ({
    ...(typeof redirect === "string" ? { redirect: safeRedirect(redirect) } : {}),
    ...(notice === "password-set" ? { notice } : {}),
  }),
  beforeLoad: ({ search }) => {
    if (sessionStore.get().kind === "signed-in") {
      throw redirect({ href: safeRedirect(search.redirect), replace: true });
    }
  },
  component: SignInPage,
});

// The addresses that mails give, here and below: `shared/notify/src`.
const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/forgot-password",
  component: lazyRouteComponent(
    () => import("@/features/auth/forgot-password-page"),
    "ForgotPasswordPage",
  ),
});

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reset-password",
  component: lazyRouteComponent(
    () => import("@/features/auth/choose-password-page"),
    "ResetPasswordPage",
  ),
});

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/welcome",
  component: lazyRouteComponent(
    () => import("@/features/auth/choose-password-page"),
    "WelcomePage",
  ),
});

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  beforeLoad: ({ location }) => {
    if (sessionStore.get().kind !== "signed-in") {
      const isPlain = location.pathname === "/" || location.pathname === "/tickets";
      throw redirect({
        to: "/sign-in",
        search: isPlain && !location.searchStr ? {} : { redirect: location.href },
        replace: true,
      });
    }
  },
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

// Staff begin with their list.
const indexRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/",
  beforeLoad: () => {
    const session = sessionStore.get();
    if (session.kind === "signed-in" && isStaff(session.user)) {
      throw redirect({ to: "/tickets", replace: true });
    }
  },
  component: lazyRouteComponent(
    () => import("@/features/tickets/portal/portal-home-page"),
    "PortalHomePage",
  ),
});

const helpRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/help",
  component: lazyRouteComponent(() => import("@/app/help/help-page"), "HelpPage"),
});

const ticketListRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tickets",
  validateSearch: parseTicketSearch,
  component: TicketListRoute,
});

const newTicketRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tickets/new",
  validateSearch: ({ category }: Record<string, unknown>): { category?: string } =>
    typeof category === "string" && /^cat_[0-9a-f]{32}$/.test(category) ? { category } : {},
  component: lazyRouteComponent(() => import("@/app/new-ticket-route"), "NewTicketRoute"),
});

interface ItemSearch {
  tab?: "activity";
}

function parseItemSearch({ tab }: Record<string, unknown>): ItemSearch {
  return tab === "activity" ? { tab } : {};
}

/** A number has one address: "430" is written out, and a task's leads to the tasks. */
function toItsAddress(type: ItemType, ticketRef: string, search: ItemSearch) {
  const number = typedNumber(ticketRef, type);
  if (!number || (number === ticketRef && typeOfNumber(number) === type)) return;
  throw redirect({ ...itemTarget({ number }), search, replace: true });
}

const ticketRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tickets/$ticketRef",
  validateSearch: parseItemSearch,
  beforeLoad: ({ params, search }) => toItsAddress("TICKET", params.ticketRef, search),
  component: lazyRouteComponent(() => import("@/app/ticket-route"), "TicketRoute"),
});

const taskListRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tasks",
  validateSearch: parseTicketSearch,
  component: TaskListRoute,
});

const newTaskRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tasks/new",
  component: lazyRouteComponent(() => import("@/app/new-task-route"), "NewTaskRoute"),
});

const taskRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tasks/$ticketRef",
  validateSearch: parseItemSearch,
  beforeLoad: ({ params, search }) => toItsAddress("TASK", params.ticketRef, search),
  component: lazyRouteComponent(() => import("@/app/ticket-route"), "TaskRoute"),
});

const activityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/activity",
  validateSearch: parseFeedFilter,
  component: lazyRouteComponent(() => import("@/app/activity-route"), "ActivityRoute"),
});

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("@/app/settings-layout"), "SettingsLayout"),
});

const settingsIndexRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/settings/profile", replace: true });
  },
});

const profileRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/profile",
  component: lazyRouteComponent(() => import("@/features/account/profile-page"), "ProfilePage"),
});

const securityRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/security",
  component: lazyRouteComponent(() => import("@/features/account/security-page"), "SecurityPage"),
});

const preferencesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/notifications",
  component: lazyRouteComponent(
    () => import("@/features/notifications/preferences-page"),
    "PreferencesPage",
  ),
});

const ownMacrosRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/macros",
  component: lazyRouteComponent(() => import("@/app/macros-routes"), "OwnMacrosRoute"),
});

const staffRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: "staff",
  component: StaffLayout,
});

const peopleRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/people",
  validateSearch: parsePeopleFilter,
  component: lazyRouteComponent(() => import("@/app/people-route"), "PeopleRoute"),
});

const personRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/people/$personId",
  validateSearch: parseKindFilter,
  component: lazyRouteComponent(() => import("@/app/person-route"), "PersonRoute"),
});

const teamsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/teams",
  component: lazyRouteComponent(() => import("@/features/teams/teams-page"), "TeamsPage"),
});

const teamRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: "/teams/$teamId",
  validateSearch: parseKindFilter,
  component: lazyRouteComponent(() => import("@/app/team-route"), "TeamRoute"),
});

const adminRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/admin",
  component: lazyRouteComponent(() => import("@/app/admin-layout"), "AdminLayout"),
});

const adminIndexRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/",
  beforeLoad: () => {
    const session = sessionStore.get();
    const isOwn = session.kind === "signed-in" && isAdmin(session.user);
    throw redirect({ to: isOwn ? "/admin/users" : "/admin/categories", replace: true });
  },
});

const adminTeamsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/teams",
  component: lazyRouteComponent(
    () => import("@/features/teams/admin-teams-page"),
    "AdminTeamsPage",
  ),
});

const adminCategoriesRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/categories",
  component: lazyRouteComponent(
    () => import("@/features/categories/admin-categories-page"),
    "AdminCategoriesPage",
  ),
});

const newCategoryRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/categories/new",
  validateSearch: ({ team }: Record<string, unknown>): { team?: string } =>
    typeof team === "string" && /^team_[0-9a-f]{32}$/.test(team) ? { team } : {},
  component: lazyRouteComponent(() => import("@/app/category-route"), "NewCategoryRoute"),
});

const categoryRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/categories/$categoryId",
  component: lazyRouteComponent(() => import("@/app/category-route"), "CategoryRoute"),
});

const adminUsersRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/users",
  validateSearch: parsePeopleFilter,
  component: lazyRouteComponent(() => import("@/app/admin-users-route"), "AdminUsersRoute"),
});

const sharedMacrosRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/macros",
  component: lazyRouteComponent(() => import("@/app/macros-routes"), "SharedMacrosRoute"),
});

const adminSettingsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: "/settings",
  component: lazyRouteComponent(
    () => import("@/features/organisation/admin-settings-page"),
    "AdminSettingsPage",
  ),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  welcomeRoute,
  signedInRoute.addChildren([
    indexRoute,
    helpRoute,
    ticketListRoute,
    newTicketRoute,
    ticketRoute,
    taskListRoute,
    newTaskRoute,
    taskRoute,
    activityRoute,
    settingsRoute.addChildren([
      settingsIndexRoute,
      profileRoute,
      securityRoute,
      preferencesRoute,
      ownMacrosRoute,
    ]),
    staffRoute.addChildren([peopleRoute, personRoute, teamsRoute, teamRoute]),
    adminRoute.addChildren([
      adminIndexRoute,
      adminUsersRoute,
      adminTeamsRoute,
      adminCategoriesRoute,
      newCategoryRoute,
      categoryRoute,
      sharedMacrosRoute,
      adminSettingsRoute,
    ]),
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    scrollRestoration: true,
    // The code of a page comes when the pointer nears its link.
    defaultPreload: "intent",
    defaultErrorComponent: ErrorPage,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
