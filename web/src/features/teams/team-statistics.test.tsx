// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { TeamPage } from "@/features/teams/team-page";
import type { TeamStatistics, User } from "@/shared/api/types";
import { aTeam, aUser, figures, teamStatistics } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

const team = aTeam(7);
const manager = aUser(1, { role: "MANAGER", teamIds: [team.id] });
const member = aUser(2, { name: "Mila Anchor", teamIds: [team.id] });
const gone = aUser(3);

function server(statistics: TeamStatistics | null) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    if (pathname.endsWith("/stats")) {
      asked.push(search);
      return statistics ? Response.json(statistics) : Response.json({}, { status: 500 });
    }
    if (pathname.endsWith(team.id)) return Response.json(team);
    if (pathname.endsWith(gone.id)) {
      const problem = { type: "/problems/not-found", title: "Not found", status: 404 };
      return Response.json({ ...problem, code: "not-found", detail: "no user" }, { status: 404 });
    }
    return Response.json({
      items: pathname.endsWith("/members") ? [member] : [],
      nextCursor: null,
    });
  });
  return asked;
}

async function open(user: User) {
  await renderInApp(() => <TeamPage teamId={team.id} />, { user });
  await screen.findByRole("heading", { name: "Members" });
}

const region = () => screen.findByRole("region", { name: "How the work stands" });

test("who does not lead the team sees nothing of its figures, and none are asked for", async () => {
  const asked = server(teamStatistics());
  for (const user of [member, aUser(4, { role: "MANAGER", teamIds: [aTeam(8).id] })]) {
    await open(user);
    expect(screen.queryByRole("region", { name: "How the work stands" })).toBeNull();
    cleanup();
  }
  expect(asked).toEqual([]);
});

test("each figure leads to the tickets that it counts", async () => {
  server(
    teamStatistics({
      tickets: figures({
        active: 5,
        unassigned: 2,
        byStatus: [{ status: "ON_HOLD", count: 5 }],
        byPriority: [{ priority: "HIGH", count: 5 }],
        byAssignee: [
          { assigneeId: member.id, count: 2 },
          { assigneeId: gone.id, count: 1 },
        ],
        meanCompletionMinutes: 200,
      }),
    }),
  );
  await open(manager);
  const part = within(await region());
  const target = async (name: string) =>
    new URLSearchParams((await part.findByRole("link", { name })).getAttribute("href") ?? "");
  expect((await target("Mila Anchor 2")).get("assignee")).toBe(member.id);
  expect((await target("Somebody who is gone 1")).get("assignee")).toBe(gone.id);
  expect((await target("On hold 5")).get("status")).toBe("ON_HOLD");
  expect((await target("High 5")).get("priority")).toBe("HIGH");
  expect((await target("2")).get("assignee")).toBe("none");
  expect(part.getByText("3 h 20 min")).toBeTruthy();
});

test("the chart is told in words, and as a table", async () => {
  const today = new Date().toISOString().slice(0, 10);
  server(
    teamStatistics({
      days: [
        { date: today, ticketsCreated: 4, ticketsCompleted: 1, tasksCreated: 9, tasksCompleted: 0 },
      ],
    }),
  );
  await open(manager);
  const part = within(await region());
  expect((await part.findByRole("img")).getAttribute("aria-label")).toContain(
    "of tickets: 4 came in, 1 completed",
  );
  expect(part.queryByRole("table")).toBeNull();
  fireEvent.click(part.getByRole("button", { name: "Show as a table" }));
  const rows = within(part.getByRole("table")).getAllByRole("row");
  expect(rows).toHaveLength(2);
  expect(rows[1]?.textContent).toContain("41");
  fireEvent.click(part.getByLabelText("Tasks"));
  expect((await part.findByRole("img")).getAttribute("aria-label")).toContain(
    "of tasks: 9 came in",
  );
});

test("a team without work says so, and another period is asked for", async () => {
  const asked = server(teamStatistics());
  await open(manager);
  const part = within(await region());
  expect(await part.findByText("No tickets are waiting or in work now.")).toBeTruthy();
  expect(part.getByText("No tickets came in or were completed in these days.")).toBeTruthy();
  fireEvent.click(part.getByRole("combobox", { name: "Period" }));
  fireEvent.click(await screen.findByRole("option", { name: "90 days" }));
  await vi.waitFor(() => expect(asked).toEqual(["?days=30", "?days=90"]));
});

test("figures that could not be loaded can be asked for again", async () => {
  const asked = server(null);
  await open(manager);
  const part = within(await region());
  fireEvent.click(await part.findByRole("button", { name: "Try again" }));
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(1));
});
