// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { refreshSession } from "@/shared/session/refresh-session";
import { sessionStore } from "@/shared/session/session-store";
import { aUser } from "@/test/builders";

const user = aUser(1);

function session(accessToken: string) {
  return { user, accessToken, expiresAt: "2026-11-24T10:00:00.000Z" };
}

function answers(...responses: (Response | Error)[]) {
  const fetch = vi.fn(async () => {
    const next = responses.shift();
    if (next instanceof Error) throw next;
    return next ?? Response.error();
  });
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

beforeEach(() => sessionStore.reset());

describe("refreshSession", () => {
  test("signs in with the new access token", async () => {
    const fetch = answers(Response.json(session("new")));
    expect(await refreshSession(null)).toBe("new");
    expect(fetch).toHaveBeenCalledWith(
      "/api/auth/refresh",
      expect.objectContaining({ method: "POST", credentials: "same-origin" }),
    );
    expect(sessionStore.token()).toBe("new");
  });

  test("asks once for all who wait", async () => {
    const fetch = answers(Response.json(session("new")));
    const tokens = await Promise.all([refreshSession(null), refreshSession(null)]);
    expect(tokens).toEqual(["new", "new"]);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test("answers a token that has replaced the stale one without asking", async () => {
    const fetch = answers();
    sessionStore.open(session("second"));
    expect(await refreshSession("first")).toBe("second");
    expect(fetch).not.toHaveBeenCalled();
  });

  test("takes turns with other tabs", async () => {
    answers(Response.json(session("new")));
    const request = vi.fn((_name: string, work: () => Promise<unknown>) => work());
    vi.stubGlobal("navigator", { ...navigator, locks: { request } });
    await refreshSession(null);
    expect(request).toHaveBeenCalledWith("seaversity-refresh", expect.any(Function));
  });

  test("signs out when the session has ended", async () => {
    answers(Response.json({}, { status: 401 }));
    sessionStore.open(session("old"));
    expect(await refreshSession("old")).toBeNull();
    expect(sessionStore.get().kind).toBe("signed-out");
  });

  test("keeps the session when offline, and tries again later", async () => {
    answers(new TypeError("no network"), Response.json(session("new")));
    sessionStore.open(session("old"));
    await expect(refreshSession("old")).rejects.toMatchObject({ status: 0 });
    expect(sessionStore.token()).toBe("old");
    expect(await refreshSession("old")).toBe("new");
  });

  test("keeps the session when the server fails", async () => {
    answers(Response.json({}, { status: 503 }));
    sessionStore.open(session("old"));
    await expect(refreshSession("old")).rejects.toMatchObject({ status: 503 });
    expect(sessionStore.token()).toBe("old");
  });
});
