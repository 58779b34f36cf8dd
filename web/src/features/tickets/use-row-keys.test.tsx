// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { useRowKeys } from "@/features/tickets/use-row-keys";

const onTick = vi.fn<(number: string) => void>();

afterEach(() => {
  cleanup();
  onTick.mockClear();
});

function List({ canTick }: { canTick: boolean }) {
  const rows = useRef<HTMLUListElement>(null);
  useRowKeys(rows, false);
  return (
    <ul ref={rows}>
      {["T-0001", "T-0002"].map((number) => (
        <li key={number} data-ticket={number}>
          {canTick ? (
            <input type="checkbox" aria-label={number} onChange={() => onTick(number)} />
          ) : null}
          <a href={`/tickets/${number}`}>{number}</a>
        </li>
      ))}
    </ul>
  );
}

/** Answers whether the list took the key. */
function press(key: string, init: KeyboardEventInit = {}): boolean {
  return !fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
}

test("x ticks the row that j and k are on, which keeps the keyboard", () => {
  render(<List canTick />);
  expect(press("x")).toBe(false);
  press("j");
  press("j");
  expect(press("x")).toBe(true);
  expect(onTick.mock.calls).toEqual([["T-0002"]]);
  expect(document.activeElement).toBe(screen.getByRole("link", { name: "T-0002" }));
  press("k");
  press("x");
  expect(onTick).toHaveBeenLastCalledWith("T-0001");
});

test("x is left to the browser where nothing can be ticked, and with Ctrl", () => {
  render(<List canTick={false} />);
  press("j");
  expect(press("x")).toBe(false);
  cleanup();
  render(<List canTick />);
  press("j");
  expect(press("x", { ctrlKey: true })).toBe(false);
  expect(onTick).not.toHaveBeenCalled();
});
