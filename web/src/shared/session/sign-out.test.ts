// @vitest-environment happy-dom

import { afterEach, expect, test, vi } from "vitest";
import { restoreSession } from "@/shared/session/restore-session";
import { signOut } from "@/shared/session/sign-out";

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

/** The paths that were asked for, where `answer` gives the answer to each. */
function server(answer: (path: string) => Promise<Response>) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    return answer(path);
  });
  return asked;
}

test("who signed out offline is not signed in again when the page loads", async () => {
  server(() => Promise.reject(new TypeError("offline")));
  await signOut();
  const still = server(() => Promise.reject(new TypeError("offline")));
  expect(await restoreSession()).toBe(false);
  expect(still).toEqual(["/api/auth/logout"]);
  const later = server((path) =>
    Promise.resolve(new Response(null, { status: path.endsWith("logout") ? 204 : 401 })),
  );
  expect(await restoreSession()).toBe(false);
  expect(later).toEqual(["/api/auth/logout", "/api/auth/refresh"]);
});

test("a sign-out that the server was told of is over", async () => {
  server(() => Promise.resolve(new Response(null, { status: 204 })));
  await signOut();
  const asked = server(() => Promise.resolve(new Response(null, { status: 401 })));
  await restoreSession();
  expect(asked).toEqual(["/api/auth/refresh"]);
});
