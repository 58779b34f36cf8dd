// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SignInPage } from "@/features/auth/sign-in-page";
import { sessionStore } from "@/shared/session/session-store";
import { aUser } from "@/test/builders";

beforeEach(() => sessionStore.reset());
afterEach(cleanup);

function signIn(answer: () => Promise<Response>, password = "sail-the-seven-seas") {
  const fetch = vi.fn(answer);
  vi.stubGlobal("fetch", fetch);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <SignInPage />
      </MantineProvider>
    </QueryClientProvider>,
  );
  fireEvent.change(screen.getByLabelText("E-mail"), { target: { value: "a@seaversity.example" } });
  fireEvent.change(screen.getByLabelText("Password"), { target: { value: password } });
  fireEvent.click(screen.getByRole("button", { name: "Sign in" }));
  return fetch;
}

test("a good password opens the session", async () => {
  const user = aUser(1);
  signIn(async () => Response.json({ user, accessToken: "token", expiresAt: "" }));
  await vi.waitFor(() => expect(sessionStore.token()).toBe("token"));
});

test("a wrong password does not say which of the two was wrong", async () => {
  signIn(async () => Response.json({}, { status: 401 }));
  expect((await screen.findByRole("alert")).textContent).toBe(
    "The e-mail or the password is not right.",
  );
});

test("too many attempts say when to try again", async () => {
  signIn(async () => Response.json({}, { status: 429, headers: { "Retry-After": "600" } }));
  expect((await screen.findByRole("alert")).textContent).toContain("in 10 minutes");
});

test("being offline is told as such", async () => {
  signIn(async () => {
    throw new TypeError("no network");
  });
  expect((await screen.findByRole("alert")).textContent).toContain("No connection");
});

test("nothing is sent without a password", async () => {
  const fetch = signIn(async () => Response.error(), "");
  expect(await screen.findByText("Enter your password")).toBeTruthy();
  expect(fetch).not.toHaveBeenCalled();
});
