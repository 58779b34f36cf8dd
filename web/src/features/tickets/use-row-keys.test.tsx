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

interface ListProps {
  canTick?: boolean;
  entry?: string;
  numbers?: string[];
}

function List({ canTick = false, entry = "", numbers = ["T-0001", "T-0002"] }: ListProps) {
  const rows = useRef<HTMLUListElement>(null);
  useRowKeys(rows, { isOpening: false, entry, hasRows: numbers.length > 0 });
  return (
    <ul ref={rows}>
      {numbers.map((number) => (
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
  render(<List />);
  press("j");
  expect(press("x")).toBe(false);
  cleanup();
  render(<List canTick />);
  press("j");
  expect(press("x", { ctrlKey: true })).toBe(false);
  expect(onTick).not.toHaveBeenCalled();
});

const THREE = ["T-0001", "T-0002", "T-0003"];
const link = (name: string) => screen.getByRole("link", { name });

/** Opens a row of this list, and leaves it. */
function openRow(entry: string, number: string) {
  render(<List entry={entry} numbers={THREE} />);
  fireEvent.click(link(number));
  cleanup();
}

test("who comes back to a list is on the row that was opened, and goes on from it", () => {
  openRow("one", "T-0002");
  const { rerender } = render(<List entry="one" numbers={[]} />);
  expect(document.activeElement).toBe(document.body);
  rerender(<List entry="one" numbers={THREE} />);
  expect(document.activeElement).toBe(link("T-0002"));
  press("j");
  expect(document.activeElement).toBe(link("T-0003"));
});

test("where that row has left the list, j goes to the one in its place", () => {
  openRow("two", "T-0002");
  render(<List entry="two" numbers={["T-0001", "T-0003"]} />);
  expect(document.activeElement).toBe(document.body);
  press("j");
  expect(document.activeElement).toBe(link("T-0003"));
});

test("the same list that is opened anew begins anew", () => {
  openRow("three", "T-0002");
  render(<List entry="four" numbers={THREE} />);
  expect(document.activeElement).toBe(document.body);
  press("j");
  expect(document.activeElement).toBe(link("T-0001"));
});
