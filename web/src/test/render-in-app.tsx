import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import type { User } from "@/shared/api/types";
import { sessionStore } from "@/shared/session/session-store";
import { aUser } from "@/test/builders";

interface Where {
  path?: string;
  /** Who is signed in; null for nobody. */
  user?: User | null;
}

/** Shows a part of the app at an address, to somebody who is signed in; answers where the app is. */
export async function renderInApp(
  Part: () => ReactNode,
  { path = "/", user = aUser(1) }: Where = {},
) {
  if (user) signIn(user);
  else sessionStore.close();
  const root = createRootRoute({ component: Part });
  const anywhere = createRoute({ getParentRoute: () => root, path: "$" });
  const router = createRouter({
    routeTree: root.addChildren([anywhere]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <MantineProvider env="test">
        <RouterProvider router={router as never} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { client, href: () => router.state.location.href };
}

export function signIn(user: User) {
  sessionStore.open({ user, accessToken: "token", expiresAt: "2026-11-24T10:00:00.000Z" });
}
