// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Sorting } from "@/features/tickets/sorting";
import { TicketTable } from "@/features/tickets/ticket-table";
import { aTicket } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

const onSort = vi.fn<(sorting: Sorting) => void>();

beforeEach(() => {
  vi.stubGlobal("fetch", async () => Response.json({ items: [] }));
  onSort.mockClear();
});
afterEach(cleanup);

async function table() {
  await renderInApp(() => {
    const [sorting, setSorting] = useState<Sorting>({});
    return (
      <TicketTable
        type="TICKET"
        tickets={[aTicket(1)]}
        columns={["status", "priority", "due", "created", "updated"]}
        width={1200}
        sorting={sorting}
        onSort={(next) => {
          onSort(next);
          setSorting(next);
        }}
      />
    );
  });
  await screen.findByRole("table");
}

const head = (name: string) => screen.getByRole("columnheader", { name });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("the columns that can be sorted by have a button in their heading", async () => {
  await table();
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
    "Priority",
    "Due",
    "Created",
    "Updated",
  ]);
  expect(head("Status").hasAttribute("aria-sort")).toBe(false);
  expect(head("Due").getAttribute("aria-sort")).toBe("none");
});

test("a heading sorts, turns the order round, and at the third press ends it", async () => {
  await table();
  press("Due");
  expect(head("Due").getAttribute("aria-sort")).toBe("ascending");
  press("Due");
  expect(head("Due").getAttribute("aria-sort")).toBe("descending");
  press("Priority");
  expect(head("Due").getAttribute("aria-sort")).toBe("none");
  expect(head("Priority").getAttribute("aria-sort")).toBe("descending");
  press("Priority");
  press("Priority");
  expect(head("Priority").getAttribute("aria-sort")).toBe("none");
  expect(onSort.mock.calls.map(([sorting]) => sorting)).toEqual([
    { sort: "due" },
    { sort: "due", order: "desc" },
    { sort: "priority" },
    { sort: "priority", order: "asc" },
    {},
  ]);
});
