// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import Differences from "@/features/tickets/differences";

afterEach(cleanup);

test("words that were put in and taken out are marked, for the ear too", () => {
  render(<Differences before="<p>Meet on Monday.</p>" after="<p>Meet on Friday.</p>" />);
  expect(document.querySelector("del")?.textContent).toBe("Taken out: Monday");
  expect(document.querySelector("ins")?.textContent).toBe("Added: Friday");
});

test("a change of form alone is told as such", () => {
  render(<Differences before="<p>Hello</p>" after="<p><strong>Hello</strong></p>" />);
  expect(screen.getByText("Only the formatting was changed.")).toBeTruthy();
});
