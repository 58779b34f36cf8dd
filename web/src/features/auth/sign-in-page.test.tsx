// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { SignInPage } from "@/features/auth/sign-in-page";
import { sessionStore } from "@/shared/session/session-store";
import { aUser } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

function type(name: string, value: string) {
  fireEvent.change(field(name), { target: { value } });
}

function press(name: string) {
  fireEvent.click(screen.getByRole("button", { name }));
}

function good() {
  return Response.json({ user: aUser(1), accessToken: "token", expiresAt: "" });
}

function refused(code: string, detail: string) {
  const errors = [{ field: "code", rule: detail }];
  return Response.json(
    { type: `/problems/${code}`, title: "Unauthorized", status: 401, detail, code, errors },
    { status: 401 },
  );
}

const needsCode = () => refused("second-factor-required", "enter a code");
const wrongCode = () => refused("second-factor-wrong", "the code is wrong, or was used already");

/** Types e-mail and password; answers what was sent. */
async function signIn(answers: (() => Response)[], password = "sail-the-seven-seas") {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)));
    const answer = answers.shift();
    if (!answer) throw new TypeError("no network");
    return answer();
  });
  await renderInApp(SignInPage, { path: "/sign-in", user: null });
  await screen.findByLabelText("E-mail");
  type("E-mail", "a@seaversity.example");
  type("Password", password);
  press("Sign in");
  return sent;
}

test("a good password opens the session", async () => {
  await signIn([good]);
  await vi.waitFor(() => expect(sessionStore.token()).toBe("token"));
});

test("a wrong password does not say which of the two was wrong", async () => {
  await signIn([() => Response.json({}, { status: 401 })]);
  expect((await screen.findByRole("alert")).textContent).toBe(
    "The e-mail or the password is not right.",
  );
});

test("too many attempts say when to try again", async () => {
  await signIn([() => Response.json({}, { status: 429, headers: { "Retry-After": "600" } })]);
  expect((await screen.findByRole("alert")).textContent).toContain("in 10 minutes");
});

test("being offline is told as such", async () => {
  await signIn([]);
  expect((await screen.findByRole("alert")).textContent).toContain("No connection");
});

test("nothing is sent without a password", async () => {
  const sent = await signIn([good], "");
  expect(await screen.findByText("Enter your password")).toBeTruthy();
  expect(sent).toEqual([]);
});

test("where a code is asked for, it is sent with the password that was typed", async () => {
  const sent = await signIn([needsCode, good]);
  const code = await screen.findByLabelText<HTMLInputElement>("Code");
  expect(code.getAttribute("autocomplete")).toBe("one-time-code");
  expect(code.getAttribute("inputmode")).toBe("numeric");
  type("Code", "123 456");
  press("Sign in");
  await vi.waitFor(() => expect(sessionStore.token()).toBe("token"));
  expect(sent[1]).toEqual({
    email: "a@seaversity.example",
    password: "sail-the-seven-seas",
    code: "123 456",
  });
});

test("what is no code is not sent, and a wrong one is told at the field", async () => {
  const sent = await signIn([needsCode, wrongCode]);
  await screen.findByLabelText("Code");
  type("Code", "12345");
  press("Sign in");
  expect(screen.getByText("Enter the six digits that the app shows")).toBeTruthy();
  expect(sent).toHaveLength(1);
  type("Code", "123456");
  press("Sign in");
  expect(await screen.findByText("The code is wrong, or was used already")).toBeTruthy();
  expect(field("Code").getAttribute("aria-invalid")).toBe("true");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a recovery code does instead", async () => {
  const sent = await signIn([needsCode, good]);
  await screen.findByLabelText("Code");
  press("Use a recovery code instead");
  type("Recovery code", "abcd-efgh-jkmn");
  press("Sign in");
  await vi.waitFor(() => expect(sessionStore.token()).toBe("token"));
  expect(sent[1]).toMatchObject({ code: "abcd-efgh-jkmn" });
});

test("a password that is not good any more is asked for anew, and starting again says nothing", async () => {
  await signIn([needsCode, () => Response.json({}, { status: 401 })]);
  await screen.findByLabelText("Code");
  type("Code", "123456");
  press("Sign in");
  expect((await screen.findByRole("alert")).textContent).toContain("is not right");
  expect(field("E-mail").value).toBe("a@seaversity.example");
});
