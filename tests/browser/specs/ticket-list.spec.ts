import { Api } from "../support/api.ts";
import { Connection } from "../support/connection.ts";
import { expect, test } from "../support/test.ts";

test("the list goes on while one scrolls, and a filter narrows it", async ({ signedIn }) => {
  const { page } = await signedIn("admin", "/tickets?view=all");
  const rows = page.locator("[data-ticket]");
  await expect(rows.first()).toBeVisible();
  const first = await rows.count();
  await rows.last().scrollIntoViewIfNeeded();
  await expect.poll(() => rows.count()).toBeGreaterThan(first);

  const heading = page.getByRole("columnheader", { name: "Updated" });
  const sort = heading.getByRole("button");
  await sort.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=updated$/);
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=updated&order=asc/);
  const times = page.locator("tbody td:last-child time");
  const isOldestFirst = async () => {
    const shown = await times.evaluateAll((all) => all.map((it) => it.getAttribute("datetime")));
    return shown.length > 1 && shown.join() === shown.toSorted().join();
  };
  await expect.poll(isOldestFirst).toBe(true);
  await expect(sort, "the keyboard stays where it was").toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/sort=/);

  await page.getByRole("combobox", { name: "Status" }).click();
  await page.getByRole("option", { name: "Resolved" }).click();
  await expect(page).toHaveURL(/status=RESOLVED/);
  await expect(rows.first()).toContainText("Resolved");
  await expect(rows.filter({ hasNotText: "Resolved" })).toHaveCount(0);
});

test("of several priorities any will do, and each can be taken back", async ({ signedIn }) => {
  const { page } = await signedIn("admin", "/tickets?view=all");
  const marks = (priority: string) => page.locator(`[data-ticket] [data-priority="${priority}"]`);
  await page.getByRole("button", { name: "Filters" }).click();
  const filters = page.getByRole("search", { name: "Filters" });
  await filters.getByRole("combobox", { name: "Priority" }).click();
  await page.getByRole("option", { name: "High" }).click();
  await page.getByRole("option", { name: "Low" }).click();
  await expect(page).toHaveURL(/priority=LOW%2CHIGH/);
  await expect(marks("LOW").first()).toBeVisible();
  await expect(marks("HIGH").first()).toBeVisible();
  for (const other of ["MEDIUM", "CRITICAL"]) await expect(marks(other)).toHaveCount(0);
  await page.reload();
  const chip = page.getByRole("list", { name: "Filters in use" });
  await expect(chip).toContainText("Priority: low or high");
  await expect(marks("HIGH").first()).toBeVisible();
  const quick = page.getByRole("list", { name: "Quick filters" });
  await quick.getByRole("button", { name: "High priority" }).click();
  await expect(page).toHaveURL(/priority=LOW$/);
  await expect(marks("HIGH")).toHaveCount(0);
  await chip.getByRole("button", { name: "Take off: Priority: low" }).click();
  await expect(page).not.toHaveURL(/priority/);
});

test("who comes back to a list is on the row that was opened, and its title can be read", async ({
  signedIn,
}) => {
  const { page } = await signedIn("agent");
  await page.setViewportSize({ width: 1024, height: 740 });
  await page.goto("/tickets?view=team&status=ALL");
  const links = page.locator("tr[data-ticket]").getByRole("link");
  await expect(links.nth(3)).toBeVisible();
  const title = await page.getByRole("columnheader", { name: "Title" }).boundingBox();
  expect(title?.width).toBeGreaterThanOrEqual(230);

  await links.nth(2).click();
  await page.getByRole("tab", { name: "Activity" }).click();
  await expect(page).toHaveURL(/\?tab=activity$/);
  await page.reload();
  await expect(page.getByRole("tab", { name: "Activity", selected: true })).toBeVisible();
  await page.goBack();
  await links.nth(2).click();
  await expect(page.getByRole("textbox", { name: "Public reply" })).toBeVisible();
  await page.goBack();
  await expect(links.nth(2)).toBeFocused();
  await page.keyboard.press("j");
  await expect(links.nth(3)).toBeFocused();
});

test("a number leads to its ticket however it is written, and one that is not there says so", async ({
  signedIn,
}) => {
  const number = await (await Api.of("requester")).ticket(`Deep link ${Date.now()}`);
  const { page } = await signedIn("agent");
  for (const address of [`/tickets/${Number(number.slice(2))}`, `/tasks/${number}`]) {
    await page.goto(address);
    await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`));
    await expect(page).toHaveTitle(new RegExp(`^${number} Deep link`));
  }
  await page.goto("/tickets/T-99999999");
  await expect(page).toHaveTitle("Ticket not found · Seaversity");
});

test("a requester sees own tickets only, and no list of a team", async ({ signedIn }) => {
  const { page } = await signedIn("requester");
  await expect(page.locator("[data-ticket]").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "All tickets" })).toHaveCount(0);
  // The page that is left may be asking for the same, and takes the body of its answer with it.
  await page.goto("/tickets?view=all", { waitUntil: "commit" });
  const answer = await page.waitForResponse((it) => /\/api\/tickets\?view=mine/.test(it.url()));
  const { items } = (await answer.json()) as { items: { creator: { id: string } }[] };
  expect(new Set(items.map(({ creator }) => creator.id)).size, "one person raised all").toBe(1);
});

test("what happened while the connection was lost is caught up on", async ({ signedIn }) => {
  const said = `Said meanwhile ${Date.now()}`;
  const agent = await signedIn("agent");
  const manager = await signedIn("manager");
  const connection = await Connection.of(agent.page);
  await agent.page.goto("/tickets?view=team&status=OPEN");
  const link = agent.page.locator("[data-ticket]").first().getByRole("link");
  const title = (await link.textContent()) ?? "";
  await link.click();
  await expect(agent.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const path = new URL(agent.page.url()).pathname;

  await connection.cut();
  await manager.page.goto(path);
  await manager.page.getByRole("textbox", { name: "Public reply" }).fill(said);
  await manager.page.getByRole("button", { name: "Send reply" }).click();
  await expect(manager.page.getByRole("article", { name: /^Comment by/ }).last()).toContainText(
    said,
  );
  await expect(agent.page.getByText(said)).toHaveCount(0);
  await connection.restore();
  await expect(agent.page.getByText(said)).toBeVisible({ timeout: 30_000 });
});
