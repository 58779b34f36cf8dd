import { expect, test } from "vitest";
import { listLayout } from "@/features/tickets/list-layout";

const desk = { kept: "list", isWide: true, isVeryWide: true, isOpen: false } as const;

test("a list is shown as its reader likes it", () => {
  expect(listLayout(desk)).toBe("list");
  expect(listLayout({ ...desk, kept: "cards" })).toBe("cards");
  expect(listLayout({ ...desk, kept: "split" })).toBe("split");
});

test("an address that names a ticket shows it beside the list", () => {
  expect(listLayout({ ...desk, isOpen: true })).toBe("split");
});

test("what does not fit in is not shown", () => {
  expect(listLayout({ ...desk, kept: "split", isVeryWide: false })).toBe("list");
  expect(listLayout({ ...desk, kept: "split", isWide: false, isVeryWide: false })).toBe("cards");
});
