import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { typingReporter } from "@/shared/live/typing-reporter";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function reporter() {
  const said: string[] = [];
  const report = typingReporter((word, isInternal) =>
    said.push(isInternal ? `${word} note` : word),
  );
  return { said, ...report };
}

test("many keys are told once in a while", () => {
  const { said, typed } = reporter();
  for (let key = 0; key < 10; key++) {
    typed(false);
    vi.advanceTimersByTime(500);
  }
  expect(said).toEqual(["start", "start"]);
});

test("a reply that becomes a note is told at once", () => {
  const { said, typed } = reporter();
  typed(false);
  typed(true);
  expect(said).toEqual(["start", "start note"]);
});

test("it is over when it was sent, or when no key came for a while", () => {
  const { said, typed, stopped } = reporter();
  typed(false);
  stopped();
  stopped();
  expect(said).toEqual(["start", "stop"]);
  typed(false);
  vi.advanceTimersByTime(6_000);
  expect(said).toEqual(["start", "stop", "start", "stop"]);
});
