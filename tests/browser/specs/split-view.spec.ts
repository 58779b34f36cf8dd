import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const DESK = { width: 1440, height: 900 };

test("beside the list, tickets are read one after the other, and the address follows", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const api = await Api.of("requester");
  const [first, second] = [await api.ticket(`Bow ${word}`), await api.ticket(`Stern ${word}`)];
  const { page } = await signedIn("agent");
  await page.setViewportSize(DESK);
  await page.goto("/tickets?view=team&status=OPEN");
  await page.getByRole("button", { name: "Split view" }).click();
  const pane = page.getByRole("region", { name: "Ticket", exact: true });
  await expect(pane).toContainText("Choose a ticket");
  const row = (number: string) => page.locator(`[data-ticket="${number}"]`);

  await row(second).getByRole("link").click();
  await expect(pane.getByRole("heading", { name: `Stern ${word}` })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(new RegExp(`open=${first}`));
  await expect(pane.getByRole("heading", { name: `Bow ${word}` })).toBeVisible();
  await page.keyboard.press("k");
  await expect(page).toHaveURL(new RegExp(`open=${second}`));
  await page.keyboard.press("j");
  await expect(row(first).getByRole("link")).toHaveAttribute("aria-current", "page");

  // What is typed is no key of the list.
  await pane.getByRole("textbox", { name: "Public reply" }).click();
  await page.keyboard.type("jk");
  await expect(page).toHaveURL(new RegExp(`open=${first}`));

  await page.reload();
  await expect(pane.getByRole("heading", { name: `Bow ${word}` })).toBeVisible();
  await pane.getByRole("button", { name: "Close the ticket" }).click();
  await expect(page).toHaveURL(/status=OPEN$/);
  await page.reload();
  await expect(pane).toContainText("Choose a ticket");

  await page.getByRole("button", { name: "Cards" }).click();
  await expect(pane).toHaveCount(0);
  await page.goto(`/tickets?view=team&open=${first}`);
  await expect(pane.getByRole("heading", { name: `Bow ${word}` })).toBeVisible();
  await page.setViewportSize({ width: 800, height: 740 });
  await expect(page).toHaveURL(new RegExp(`/tickets/${first}$`));
});

test("a quick filter is in the address, and a second press takes it off", async ({ signedIn }) => {
  const { page } = await signedIn("agent", "/tickets?view=team");
  const quick = page.getByRole("list", { name: "Quick filters" });
  await quick.getByRole("button", { name: "Unassigned" }).click();
  await expect(page).toHaveURL(/assignee=none/);
  await quick.getByRole("button", { name: "High priority" }).click();
  await expect(page).toHaveURL(/priority=HIGH/);
  await page.reload();
  for (const name of ["Unassigned", "High priority"]) {
    const chip = quick.getByRole("button", { name });
    await expect(chip).toHaveAttribute("aria-pressed", "true");
    await chip.click();
    await expect(chip).toHaveAttribute("aria-pressed", "false");
  }
  await expect(page).toHaveURL(/\/tickets\?view=team$/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`cards and split view are accessible: ${colorScheme}`, async ({ signedIn }) => {
    const { page } = await signedIn("agent");
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize(DESK);
    await page.goto("/tickets?view=team");
    await page.getByRole("button", { name: "Cards" }).click();
    await expect(page.locator("[data-ticket]").first()).toBeVisible();
    await page.mouse.move(0, 0);
    await expect(page.getByRole("tooltip")).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Split view" }).click();
    await page.locator("[data-ticket]").first().getByRole("link").click();
    await expect(page.getByRole("textbox", { name: "Public reply" })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/tickets?view=team&assignee=none");
    await expect(page.locator("[data-ticket]").first()).toBeVisible();
    await expectAccessible(page);
    const [content, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBeLessThanOrEqual(screen as number);
  });
}
