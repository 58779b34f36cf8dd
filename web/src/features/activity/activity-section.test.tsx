// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { ActivitySection } from "@/features/activity/activity-section";
import type { KindFilter } from "@/features/activity/feed-filter";
import { aTeam } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

const team = aTeam(1);

function Part() {
  const [filter, setFilter] = useState<KindFilter>({});
  return (
    <ActivitySection
      source={{ kind: "team", id: team.id }}
      filter={filter}
      onChange={setFilter}
      empty="Nothing was done."
    />
  );
}

test("a team's feed is sifted by the server, which then looks through more at once", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async ({ url }: Request) => {
    const { pathname, search } = new URL(url);
    if (pathname === `/api/teams/${team.id}/activity`) asked.push(search);
    return Response.json({ items: [] });
  });
  await renderInApp(Part);
  expect(await screen.findByText("Nothing was done.", {}, { timeout: 4_000 })).toBeTruthy();
  fireEvent.click(screen.getByRole("combobox", { name: "Kind" }));
  fireEvent.click(await screen.findByText("Comments"));
  expect(await screen.findByText("Nothing like that is for you to know of.")).toBeTruthy();
  expect(asked).toEqual(["?limit=40", "?limit=100&group=COMMENTED"]);
});
