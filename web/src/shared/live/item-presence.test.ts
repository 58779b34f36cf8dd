import { expect, test } from "vitest";
import { afterSilence, applyPresence, type Presence, TYPING_MS } from "@/shared/live/item-presence";
import type { LiveMessage } from "@/shared/live/live-message";

const ITEM = "wi_1";
const ana = { id: "usr_1", name: "Ana" };
const ben = { id: "usr_2", name: "Ben" };

function after(...messages: LiveMessage[]): readonly Presence[] {
  return messages.reduce(
    (present, message) => applyPresence(present, ITEM, message, 1_000),
    [] as readonly Presence[],
  );
}

function short(present: readonly Presence[]) {
  return present.map(({ user, isTyping, isInternal }) => [user.name, isTyping, isInternal]);
}

function viewing(user: typeof ana, isViewing: boolean, workItemId = ITEM): LiveMessage {
  return { event: "user:viewing", data: { workItemId, user, isViewing } };
}

function typing(user: typeof ana, isTyping: boolean, isInternal = false): LiveMessage {
  return { event: "user:typing", data: { workItemId: ITEM, user, isTyping, isInternal } };
}

test("joining tells who is there, also after the line was lost", () => {
  const joined: LiveMessage = {
    event: "joined",
    data: { workItemId: ITEM, viewers: [{ user: ben, isTyping: true, isInternal: true }] },
  };
  expect(short(after(viewing(ana, true), joined))).toEqual([["Ben", true, true]]);
});

test("people come, write and go", () => {
  expect(short(after(viewing(ana, true), viewing(ben, true)))).toEqual([
    ["Ana", false, false],
    ["Ben", false, false],
  ]);
  expect(short(after(viewing(ana, true), typing(ana, true)))).toEqual([["Ana", true, false]]);
  expect(short(after(viewing(ana, true), typing(ana, true), typing(ana, false)))).toEqual([
    ["Ana", false, false],
  ]);
  expect(after(viewing(ana, true), viewing(ana, false))).toEqual([]);
});

test("what happens on another page is left alone", () => {
  expect(after(viewing(ana, true, "wi_2"))).toEqual([]);
});

test("who does not say so again writes no more", () => {
  const present = after(typing(ana, true, true));
  expect(afterSilence(present, 1_000 + TYPING_MS - 1)).toBe(present);
  expect(short(afterSilence(present, 1_000 + TYPING_MS))).toEqual([["Ana", false, false]]);
});
