// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { draft } from "@/shared/lib/draft";
import { sessionStore } from "@/shared/session/session-store";
import { aUser } from "@/test/builders";

function signIn(number: number) {
  sessionStore.open({ user: aUser(number), accessToken: "token", expiresAt: "2026-11-24T10:00Z" });
}

beforeEach(() => {
  localStorage.clear();
  signIn(1);
});

test("what was typed is found again by whoever typed it, and by nobody else", () => {
  draft.write("reply:1", "half a sentence");
  sessionStore.close();
  expect(draft.read("reply:1")).toBeNull();
  signIn(2);
  expect(draft.read("reply:1")).toBeNull();
  signIn(1);
  expect(draft.read("reply:1")).toBe("half a sentence");
});

test("one person's is cleared without another's", () => {
  draft.write("reply:1", "mine");
  signIn(2);
  draft.write("reply:1", "theirs");
  draft.clear("reply:1");
  signIn(1);
  expect(draft.read("reply:1")).toBe("mine");
});

test("nothing is kept for nobody", () => {
  sessionStore.close();
  draft.write("reply:1", "whose?");
  expect(localStorage).toHaveLength(0);
});

test("at the sign-out nobody's is left, and what is no draft stays", () => {
  localStorage.setItem("something-else", "1");
  draft.write("reply:1", "mine");
  signIn(2);
  draft.clearAll();
  expect(Object.keys(localStorage)).toEqual(["something-else"]);
});
