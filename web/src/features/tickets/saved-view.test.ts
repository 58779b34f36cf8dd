import { expect, test } from "vitest";
import {
  countLabel,
  filterOfView,
  isEdited,
  viewFilter,
  viewTarget,
} from "@/features/tickets/saved-view";
import {
  parseTicketSearch,
  type TicketFilter,
  ticketFilter,
} from "@/features/tickets/ticket-filter";
import type { SavedView, ViewFilter } from "@/shared/api/types";
import { aView } from "@/test/builders";

const CATEGORY = `cat_${"1".repeat(32)}`;
const TEAM = `team_${"2".repeat(32)}`;
const PERSON = `usr_${"3".repeat(32)}`;

function view(filter: ViewFilter, change: Partial<SavedView> = {}): SavedView {
  return aView(1, { filter, ...change });
}

test.each<[string, TicketFilter]>([
  ["the plain list", { type: "TICKET", view: "mine", status: "ACTIVE" }],
  ["all statuses", { type: "TASK", view: "all", status: "ALL" }],
  [
    "every filter",
    {
      type: "TICKET",
      view: "team",
      status: "ON_HOLD",
      priority: "LOW,HIGH",
      category: `${CATEGORY},cat_${"f".repeat(32)}`,
      team: TEAM,
      assignee: PERSON,
      tag: "wi-fi",
      due: "week",
      from: "2026-11-01",
      to: "2026-11-20",
    },
  ],
  ["nobody's work", { type: "TICKET", view: "all", status: "DONE", assignee: "none" }],
  ["an order", { type: "TICKET", view: "all", status: "ALL", sort: "due" }],
  [
    "an order the other way round",
    { type: "TASK", view: "team", status: "ACTIVE", sort: "updated", order: "asc" },
  ],
  ["a day", { type: "TICKET", view: "created", status: "ACTIVE", due: "2026-12-24" }],
])("a view of %s stands for the list that was kept", (_name, filter) => {
  const kept = view(viewFilter(filter), { itemType: filter.type });
  expect(filterOfView(kept)).toEqual(filter);
  expect(isEdited(kept, filter, null)).toBe(false);
});

test("nothing that is not set is sent", () => {
  const filter: TicketFilter = { type: "TICKET", view: "team", status: "ALL", tag: undefined };
  expect(viewFilter(filter)).toEqual({ whose: "team" });
});

test("its address says what it stands for, and what it is", () => {
  const kept = view({ whose: "team", status: "ACTIVE", priority: ["HIGH"] });
  const { to, search } = viewTarget(kept);
  expect(to).toBe("/tickets");
  expect(search).toEqual({ view: "team", priority: "HIGH", saved: kept.id });
  const read = parseTicketSearch({ ...search });
  expect(read).toEqual(search);
  expect(ticketFilter("TICKET", read), "the list is the same for those who do not have it").toEqual(
    filterOfView(kept),
  );
});

test("what is no view's name is left out of the address", () => {
  expect(parseTicketSearch({ saved: "view_1" })).toEqual({});
});

test("another filter or other columns make it edited", () => {
  const kept = view({ whose: "team", status: "ACTIVE" }, { columns: ["status", "due"] });
  const filter = filterOfView(kept);
  expect(isEdited(kept, { ...filter, priority: "LOW" }, null)).toBe(true);
  expect(isEdited(kept, { ...filter, priority: undefined }, null)).toBe(false);
  expect(isEdited(kept, filter, ["status"])).toBe(true);
  expect(isEdited(kept, filter, ["status", "due"])).toBe(false);
});

test("columns are the reader's own where the view keeps none", () => {
  const kept = view({ whose: "team", status: "ACTIVE" });
  expect(isEdited(kept, filterOfView(kept), ["status"])).toBe(false);
});

test("a count says where there are more", () => {
  expect(countLabel({ count: 7, isMore: false })).toBe("7");
  expect(countLabel({ count: 99, isMore: true })).toBe("99+");
});
