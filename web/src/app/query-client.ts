import { QueryClient } from "@tanstack/react-query";
import { isApiError } from "@/shared/api/api-error";

function isRefusal(error: unknown): boolean {
  return isApiError(error) && error.status >= 400 && error.status < 500;
}

export function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // What is refused stays refused; what failed on the way may succeed.
        retry: (failures, error) => failures < 2 && navigator.onLine && !isRefusal(error),
        // The browser's idea of being online is often wrong, and a page shall say that it is offline
        // rather than wait in silence.
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
