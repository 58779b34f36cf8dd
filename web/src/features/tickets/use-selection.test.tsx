// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useSelection } from "@/features/tickets/use-selection";

function selection(first = ["a", "b", "c", "d"]) {
  return renderHook(({ order }) => useSelection(order), { initialProps: { order: first } });
}

test("one is ticked and unticked", () => {
  const { result } = selection();
  act(() => result.current.toggle("b", false));
  expect(result.current.ids).toEqual(["b"]);
  act(() => result.current.toggle("b", false));
  expect(result.current.ids).toEqual([]);
});

test("Shift takes everything since the last one, in either direction", () => {
  const { result } = selection();
  act(() => result.current.toggle("d", false));
  act(() => result.current.toggle("b", true));
  expect(result.current.ids).toEqual(["b", "c", "d"]);
  act(() => result.current.toggle("c", true));
  expect(result.current.ids).toEqual(["d"]);
});

test("all that is loaded is taken, and given back", () => {
  const { result } = selection();
  act(() => result.current.toggleAll());
  expect(result.current.isAll).toBe(true);
  act(() => result.current.toggleAll());
  expect(result.current.ids).toEqual([]);
});

test("of what is ticked some are kept", () => {
  const { result } = selection();
  act(() => result.current.toggleAll());
  act(() => result.current.keep(["b", "d"]));
  expect(result.current.ids).toEqual(["b", "d"]);
});

test("what leaves the list is not changed unseen", () => {
  const { result, rerender } = selection();
  act(() => result.current.toggleAll());
  rerender({ order: ["a", "x"] });
  expect(result.current.ids).toEqual(["a"]);
});
