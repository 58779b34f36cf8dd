import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

interface Item {
  id: string;
  version: number;
}

/** A team of its own, so that its figures are those of this test. */
async function aTeam(api: Api): Promise<{ id: string; name: string }> {
  return api.post("/api/teams", { name: `Lighthouse ${Date.now().toString(36)}` });
}

test("a team's figures stand on its page, and each leads to what it counts", async ({
  signedIn,
}) => {
  test.slow();
  const api = await Api.of("admin");
  const team = await aTeam(api);
  const me = await api.get<{ id: string; name: string }>("/api/users/me");
  const raise = (title: string, more: object = {}) =>
    api.post<Item>("/api/tickets", { title, teamId: team.id, ...more });
  await raise("The lamp is out", { priority: "CRITICAL", assigneeId: me.id });
  await raise("The stairs creak");
  const { id, version } = await raise("Paint the door");
  await api.patch(`/api/tickets/${id}`, { status: "CANCELLED" }, version);
  await expect
    .poll(async () => {
      const { tickets } = await api.get<{ tickets: { active: number; completed: number } }>(
        `/api/teams/${team.id}/stats`,
      );
      return [tickets.active, tickets.completed];
    })
    .toEqual([2, 1]);

  const { page } = await signedIn("admin", `/teams/${team.id}`);
  const region = page.getByRole("region", { name: "How the work stands" });
  const tile = (name: string) => region.getByRole("term").filter({ hasText: name }).locator("+ dd");

  await test.step("how it stands, and what came of it", async () => {
    await expect(tile("Active now")).toHaveText("2");
    await expect(tile("Unassigned now")).toHaveText("1");
    await expect(tile("Came in, 30 days")).toHaveText("3");
    await expect(tile("Completed, 30 days")).toHaveText("1");
    await expect(region.getByRole("link", { name: "Critical 1" })).toBeVisible();
    await region.getByRole("combobox", { name: "Period" }).click();
    await page.getByRole("option", { name: "7 days" }).click();
    await expect(tile("Came in, 7 days")).toHaveText("3");
    await region.getByRole("button", { name: "Show as a table" }).click();
    await expect(region.getByRole("row")).toHaveCount(2);
  });

  await test.step("it is for everybody's eyes and ears", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [1280, 360]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 740 });
        await expect(page.locator("html")).toHaveAttribute(
          "data-mantine-color-scheme",
          colorScheme,
        );
        await expectAccessible(page);
      }
    }
    await page.setViewportSize({ width: 1280, height: 740 });
  });

  await test.step("a new ticket is counted without a reload", async () => {
    await raise("The horn is hoarse");
    await expect(tile("Active now")).toHaveText("3", { timeout: 20_000 });
  });

  await test.step("a person's bar leads to what they work on", async () => {
    await region.getByRole("link", { name: `${me.name} 1` }).click();
    await expect(page.getByRole("link", { name: "The lamp is out" })).toBeVisible();
    await expect(page.locator("[data-ticket]")).toHaveCount(1);
  });
});

test("who does not lead a team sees no figures of it, and none are asked for", async ({
  signedIn,
}) => {
  const { page } = await signedIn("agent");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/teams");
  await page.getByRole("link", { name: "LMS Support" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Amara" }).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "How the work stands" })).toHaveCount(0);
  expect(asked.filter((path) => path.endsWith("/stats"))).toEqual([]);
});
