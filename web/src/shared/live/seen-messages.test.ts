import { expect, test } from "vitest";
import { parseLiveMessage } from "@/shared/live/live-message";
import { seenMessages } from "@/shared/live/seen-messages";

test("a message that comes twice is told", () => {
  const seen = seenMessages();
  expect(seen.isRepeat("comment:added", "act_1")).toBe(false);
  expect(seen.isRepeat("comment:added", "act_1")).toBe(true);
});

test("two events of one change are no repeat", () => {
  const seen = seenMessages();
  seen.isRepeat("comment:added", "act_1");
  expect(seen.isRepeat("ticket:updated", "act_1")).toBe(false);
});

test("only so many are remembered", () => {
  const seen = seenMessages(2);
  for (const id of ["1", "2", "3"]) seen.isRepeat("comment:added", id);
  expect(seen.isRepeat("comment:added", "1")).toBe(false);
  expect(seen.isRepeat("comment:added", "3")).toBe(true);
});

test.each([['{"event":"pong"}'], ["not json"], ["null"], [new ArrayBuffer(1)]])(
  "what is not for the app is left alone: %s",
  (text) => {
    expect(parseLiveMessage(text)).toBeNull();
  },
);
