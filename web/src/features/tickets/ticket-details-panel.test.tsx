// @vitest-environment happy-dom
import { cleanup, screen } from "@testing-library/react";
import { createRef } from "react";
import { afterEach, expect, test, vi } from "vitest";
import {
  type DetailsPanelHandle,
  TicketDetailsPanel,
} from "@/features/tickets/ticket-details-panel";
import { aUser, ticketDetails } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test.each([
  ["beside the conversation", false],
  ["that is folded", true],
])(
  "the statuses of a panel %s are shown at once, and have the keyboard",
  async (_how, isNarrow) => {
    vi.stubGlobal("fetch", async () => Response.json({ items: [] }));
    vi.spyOn(window, "matchMedia").mockImplementation(
      () => Object.assign(new EventTarget(), { matches: isNarrow }) as unknown as MediaQueryList,
    );
    const panel = createRef<DetailsPanelHandle>();
    const { ticket } = ticketDetails([]);
    await renderInApp(() => (
      <TicketDetailsPanel ref={panel} ticketRef="T-0001" ticket={ticket} isBeside={false} />
    ));
    await screen.findByRole("heading", { name: "Details" });
    expect(screen.queryByRole("combobox", { name: "Status" }) === null).toBe(isNarrow);
    panel.current?.openStatus();
    const status = screen.getByRole("combobox", { name: "Status" });
    expect(document.activeElement).toBe(status);
    await vi.waitFor(() => expect(status.getAttribute("aria-expanded")).toBe("true"));
  },
);

test.each([
  ["AGENT", true],
  ["USER", false],
] as const)("for role %s it is %s that the requester is linked", async (role, isLinked) => {
  vi.stubGlobal("fetch", async () => Response.json({ items: [] }));
  const { ticket } = ticketDetails([]);
  await renderInApp(
    () => <TicketDetailsPanel ticketRef="T-0001" ticket={ticket} isBeside={false} />,
    { user: aUser(1, { role }) },
  );
  await screen.findByText("Requester");
  const link = screen.queryByRole("link", { name: "Somebody" });
  expect(link?.getAttribute("href") ?? null).toBe(isLinked ? `/people/${ticket.creator.id}` : null);
});
