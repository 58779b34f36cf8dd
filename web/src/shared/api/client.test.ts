// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { authorisedFetch } from "@/shared/api/client";
import { sessionStore } from "@/shared/session/session-store";
import { aUser } from "@/test/builders";

function session(accessToken: string) {
  return { user: aUser(1), accessToken, expiresAt: "2026-11-24T10:00:00.000Z" };
}

function post() {
  return new Request("http://localhost/api/tickets", { method: "POST", body: "{}" });
}

beforeEach(() => sessionStore.open(session("old")));

test("repeats a refused request once with a new token", async () => {
  const sent: (string | null)[] = [];
  vi.stubGlobal("fetch", async (request: Request | string) => {
    if (typeof request === "string") return Response.json(session("new"));
    sent.push(request.headers.get("Authorization"), await request.text());
    return new Response(null, { status: sent.length > 2 ? 204 : 401 });
  });
  expect((await authorisedFetch(post())).status).toBe(204);
  expect(sent).toEqual(["Bearer old", "{}", "Bearer new", "{}"]);
});

test("answers the refusal when the session has ended", async () => {
  vi.stubGlobal("fetch", async () => new Response("{}", { status: 401 }));
  expect((await authorisedFetch(post())).status).toBe(401);
  expect(sessionStore.get().kind).toBe("signed-out");
});

test("says that there was no answer", async () => {
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("no network");
  });
  await expect(authorisedFetch(post())).rejects.toMatchObject({ isOffline: true });
});
