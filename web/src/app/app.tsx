import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { createQueryClient } from "@/app/query-client";
import { createAppRouter } from "@/app/router";
import { Splash } from "@/app/splash";
import { cssVariables, theme } from "@/app/theme";
import { restoreSession } from "@/shared/session/restore-session";
import { followOtherTabs } from "@/shared/session/session-channel";
import { useSession } from "@/shared/session/session-store";

const colorSchemeManager = localStorageColorSchemeManager({ key: "seaversity-color-scheme" });

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
    >
      {/* Below stand what is written and what is done with selected tickets. */}
      <Notifications position="top-center" limit={4} autoClose={6000} />
      <SignedInOrNot />
    </MantineProvider>
  );
}

function SignedInOrNot() {
  const session = useSession();
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const isUnknown = session.kind === "unknown";

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what starts it anew.
  useEffect(() => {
    if (isUnknown) restoreSession().catch(setError);
  }, [isUnknown, attempt]);
  useEffect(() => followOtherTabs(), []);

  if (isUnknown) {
    const retry = () => {
      setError(null);
      setAttempt((before) => before + 1);
    };
    return <Splash error={error} onRetry={retry} />;
  }
  // Cache and router belong to one person: the next one starts with empty ones.
  return <Pages key={session.kind === "signed-in" ? session.user.id : "nobody"} />;
}

function Pages() {
  const [queryClient] = useState(createQueryClient);
  const [router] = useState(() => createAppRouter(queryClient));

  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
