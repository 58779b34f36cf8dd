import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useCurrentUser } from "@/shared/session/use-current-user";

const RENEWAL_MS = 4_000;

/** Keeps the server's word of this browser fresh, and goes where a notification outside of the app leads. */
export function useBrowserPush() {
  const userId = useCurrentUser().id;
  const router = useRouter();

  useEffect(() => {
    const timer = setTimeout(() => {
      // One that could not be renewed is renewed when the app is opened next.
      void import("@/features/notifications/use-browser-push")
        .then(({ renewPush }) => renewPush(userId))
        .catch(() => undefined);
    }, RENEWAL_MS);
    return () => clearTimeout(timer);
  }, [userId]);

  useEffect(() => {
    const worker = navigator.serviceWorker;
    const follow = ({ data }: MessageEvent) => {
      if (data?.type === "open-page") void router.navigate({ href: data.path });
    };
    worker?.addEventListener("message", follow);
    return () => worker?.removeEventListener("message", follow);
  }, [router]);
}
