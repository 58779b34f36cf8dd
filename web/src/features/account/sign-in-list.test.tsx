// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { SignInList } from "@/features/account/sign-in-list";
import type { SignIn } from "@/shared/api/types";
import { sessionStore } from "@/shared/session/session-store";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

function aSignIn(number: number, change: Partial<SignIn> = {}): SignIn {
  return {
    id: `ses_${number}`,
    isCurrent: false,
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0",
    ipAddress: `192.0.2.${number}`,
    createdAt: "2026-01-01T00:00:00.000Z",
    lastActiveAt: "2026-01-02T00:00:00.000Z",
    ...change,
  };
}

/** A server that keeps these sign-ins; answers what was sent to it. */
async function list(signIns: SignIn[]) {
  let kept = signIns;
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (request: Request | string) => {
    if (typeof request === "string") return new Response(null, { status: 204 });
    const { pathname, search } = new URL(request.url);
    if (request.method === "GET") return Response.json({ items: kept });
    sent.push(`${request.method} ${pathname}${search}`);
    kept = kept.filter(({ id, isCurrent }) =>
      pathname.endsWith("/sessions") ? isCurrent : !pathname.endsWith(id),
    );
    return new Response(null, { status: 204 });
  });
  await renderInApp(SignInList);
  await screen.findByText("This browser");
  return sent;
}

const items = () => screen.getAllByRole("listitem");

test("each sign-in is told in simple words, and the own one has no button", async () => {
  await list([aSignIn(1, { isCurrent: true }), aSignIn(2)]);
  const [own, other] = items();
  expect(own?.textContent).toContain("Firefox on Linux");
  expect(own && within(own).queryByRole("button")).toBeNull();
  expect(other?.textContent).toContain("From 192.0.2.2");
});

test("one is ended", async () => {
  const sent = await list([aSignIn(1, { isCurrent: true }), aSignIn(2), aSignIn(3)]);
  fireEvent.click(screen.getByRole("button", { name: "Sign out Firefox on Linux, 192.0.2.3" }));
  await vi.waitFor(() => expect(items()).toHaveLength(2));
  expect(sent).toEqual(["DELETE /api/auth/sessions/ses_3"]);
});

test("all others are ended once that is confirmed", async () => {
  const sent = await list([aSignIn(1, { isCurrent: true }), aSignIn(2), aSignIn(3)]);
  fireEvent.click(screen.getByRole("button", { name: "Sign out everywhere else" }));
  expect(sent).toEqual([]);
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Sign out" }));
  await vi.waitFor(() => expect(items()).toHaveLength(1));
  expect(sent).toEqual(["DELETE /api/auth/sessions?keepCurrent=true"]);
  expect(sessionStore.get().kind).toBe("signed-in");
});

test("all of them, this one too", async () => {
  const sent = await list([aSignIn(1, { isCurrent: true })]);
  fireEvent.click(screen.getByRole("button", { name: "Sign out everywhere" }));
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Sign out" }));
  await vi.waitFor(() => expect(sessionStore.get().kind).toBe("signed-out"));
  expect(sent).toEqual(["DELETE /api/auth/sessions?keepCurrent=false"]);
});
