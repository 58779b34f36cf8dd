const HOME = "/";

/** Where to go after signing in: a page of this app, never an address that somebody slipped in. */
export function safeRedirect(target: string | undefined): string {
  if (!target?.startsWith("/") || target.startsWith("//") || target.includes("\\")) return HOME;
  const url = new URL(target, window.location.origin);
  if (url.origin !== window.location.origin || url.pathname === "/sign-in") return HOME;
  return url.pathname + url.search + url.hash;
}
