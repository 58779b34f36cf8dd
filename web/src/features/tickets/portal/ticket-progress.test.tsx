// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { TicketProgress } from "@/features/tickets/portal/ticket-progress";
import type { Status } from "@/shared/api/types";
import { ticketDetails } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

/** The steps that are ticked, and those that are not. */
async function steps(status: Status) {
  const { ticket } = ticketDetails([]);
  await renderInApp(() => (
    <TicketProgress ticketRef="T-0001" ticket={{ ...ticket, status }} onReply={() => {}} />
  ));
  const shown = await screen.findAllByRole("listitem");
  const isTicked = (step: Element) => step.querySelector("svg") !== null;
  const names = (of: Element[]) => of.map(({ textContent }) => textContent);
  return {
    ticked: names(shown.filter(isTicked)),
    others: names(shown.filter((step) => !isTicked(step))),
    current: names(shown.filter((step) => step.hasAttribute("aria-current"))),
  };
}

test("what lies before a status is ticked", async () => {
  expect(await steps("RESOLVED")).toEqual({
    ticked: ["Received", "In progress"],
    others: ["Solved", "Closed"],
    current: ["Solved"],
  });
});

test("a closed ticket says nothing of steps that it may not have taken", async () => {
  expect(await steps("CLOSED")).toEqual({
    ticked: ["Received", "Closed"],
    others: [],
    current: ["Closed"],
  });
});
