// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { EmptyList } from "@/features/tickets/empty-list";
import { ticketFilter } from "@/features/tickets/ticket-filter";
import { aTeam, aUser } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

async function heading(teamIds: string[]) {
  const filter = ticketFilter("TICKET", { view: "team" });
  await renderInApp(() => <EmptyList filter={filter} onShowAll={() => {}} />, {
    user: aUser(1, { teamIds }),
  });
  return (await screen.findByRole("heading")).textContent;
}

test("whoever is in no team is told so, rather than that the queue is empty", async () => {
  expect(await heading([])).toBe("You are in no team");
  expect(screen.getByRole("link", { name: "See the teams" }).getAttribute("href")).toBe("/teams");
});

test("in a team, an empty queue is an empty queue", async () => {
  expect(await heading([aTeam(1).id])).toBe("No tickets: active");
});
