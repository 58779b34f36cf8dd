// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StaleListNotice } from "@/features/tickets/stale-list-notice";
import { type LiveState, setLiveState } from "@/shared/live/live-state";

beforeEach(() => {
  vi.useFakeTimers();
  setLiveState("live");
  render(
    <MantineProvider env="test">
      <StaleListNotice />
    </MantineProvider>,
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function become(state: LiveState, forSeconds = 0) {
  act(() => setLiveState(state));
  act(() => vi.advanceTimersByTime(forSeconds * 1000));
}

function notice() {
  return screen.getByRole("status").textContent;
}

test("nothing is said while the list is live", () => {
  become("live", 60);
  expect(notice()).toBe("");
});

test("being offline is told at once, and that nobody needs to reload", () => {
  become("offline");
  expect(notice()).toBe("You are offline. This list may be out of date; it catches up by itself.");
});

test("a lost connection is told once it lasts", () => {
  become("reconnecting", 1);
  expect(notice()).toBe("");
  become("reconnecting", 4);
  expect(notice()).toContain("The live connection is lost.");
});

test("an interruption that is over in a moment is not told, and the next one has its own moment", () => {
  become("reconnecting", 3);
  become("live", 60);
  become("reconnecting", 3);
  expect(notice()).toBe("");
});

test("the notice goes when the connection is back", () => {
  become("offline", 10);
  become("live");
  expect(notice()).toBe("");
});
