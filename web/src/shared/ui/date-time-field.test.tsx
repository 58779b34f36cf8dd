// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import DateTimeField from "@/shared/ui/date-time-field";

const onChange = vi.fn<(instant: string | null) => void>();

beforeEach(() => onChange.mockClear());
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

async function opened(at: string, { isNarrow = false } = {}) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(at) });
  vi.spyOn(window, "matchMedia").mockImplementation(
    (query) =>
      ({
        matches: isNarrow,
        media: query,
        addEventListener() {},
        removeEventListener() {},
      }) as never,
  );
  render(
    <MantineProvider env="test">
      <DateTimeField label="Due" value={null} onChange={onChange} />
    </MantineProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Due" }));
  await screen.findByRole("button", { name: "In a week" });
}

const isClosed = () =>
  vi.waitFor(() => expect(screen.queryByRole("button", { name: "In a week" })).toBeNull());

test.each([false, true])("a preset is chosen at once and closes, narrow: %s", async (isNarrow) => {
  await opened("2036-11-24T12:00:00", { isNarrow });
  fireEvent.click(screen.getByRole("button", { name: "In a week" }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(new Date("2036-12-01T17:00:00").toISOString());
  await isClosed();
  expect(onChange).toHaveBeenCalledOnce();
});

test.each([false, true])("Escape leaves it as it was, narrow: %s", async (isNarrow) => {
  await opened("2036-11-24T12:00:00", { isNarrow });
  const day = screen.getByRole("button", { name: "25 November 2036" });
  fireEvent.click(day);
  await vi.waitFor(() =>
    expect(document.querySelector("[data-dates-input]")?.textContent).toContain("25 Nov"),
  );
  fireEvent.keyDown(day, { key: "Escape" });
  await isClosed();
  expect(onChange).not.toHaveBeenCalled();
  expect(document.querySelector("[data-dates-input]")?.textContent).not.toContain("25 Nov");
});

test("a day in the calendar is said once it is done", async () => {
  await opened("2036-11-24T12:00:00");
  fireEvent.click(screen.getByRole("button", { name: "25 November 2036" }));
  expect(onChange).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: "Done" }));
  await isClosed();
  expect(onChange).toHaveBeenCalledExactlyOnceWith(new Date("2036-11-25T17:00:00").toISOString());
});

test.each([
  ["2036-11-24T16:59:00", 1],
  ["2036-11-24T17:01:00", 0],
])("at %s so many times today's end of work is offered: %s", async (at, times) => {
  await opened(at);
  expect(screen.queryAllByRole("button", { name: "Today, 17:00" })).toHaveLength(times);
});
