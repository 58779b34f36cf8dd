// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ResetPasswordPage, WelcomePage } from "@/features/auth/choose-password-page";
import { forgetLinkToken } from "@/features/auth/link-token";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);
beforeEach(() => {
  forgetLinkToken();
  window.location.hash = "";
});

function refused(field: string, rule: string) {
  const problem = { type: "/problems/validation", title: "A field breaks a rule", status: 422 };
  return Response.json(
    { ...problem, detail: "", code: "validation", errors: [{ field, rule }] },
    { status: 422 },
  );
}

/** Opens the mail's link and types a password; answers what was sent. */
async function choose(answer: () => Response, Page = ResetPasswordPage) {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push(await request.json());
    return answer();
  });
  window.location.hash = "#token=abc";
  const { href } = await renderInApp(Page, { path: "/reset-password", user: null });
  const password = await screen.findByLabelText("New password");
  fireEvent.change(password, { target: { value: "four words in a row" } });
  fireEvent.click(screen.getByRole("button", { name: "Save the password" }));
  return { sent, href };
}

test("the token is taken out of the address, and sent with the password", async () => {
  const { sent, href } = await choose(() => new Response(null, { status: 204 }));
  expect(window.location.hash).toBe("");
  await vi.waitFor(() => expect(href()).toBe("/sign-in?notice=password-set"));
  expect(sent).toEqual([{ token: "abc", password: "four words in a row" }]);
});

test("why a password is too weak stands at the field", async () => {
  await choose(() => refused("password", "is too easy to guess: it is a date; add another word"));
  const why = "This password is too easy to guess: it is a date; add another word";
  expect(await screen.findByText(why)).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

test.each([
  ["link", ResetPasswordPage],
  ["invitation", WelcomePage],
])("for a %s that is over, another one is offered", async (name, Page) => {
  await choose(() => refused("token", "is over or was used; ask for another link"), Page);
  expect(await screen.findByRole("heading", { name: `This ${name} is over` })).toBeTruthy();
  const again = screen.getByRole("link", { name: "Ask for another link" });
  expect(again.getAttribute("href")).toBe("/forgot-password");
});

test("an address without a token says so", async () => {
  await renderInApp(ResetPasswordPage, { path: "/reset-password", user: null });
  expect(await screen.findByRole("heading", { name: "This link is incomplete" })).toBeTruthy();
});
