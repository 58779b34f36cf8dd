import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test.use({
  contextOptions: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
});

test("a phone shows every page in its width", async ({ signedIn }) => {
  const { page } = await signedIn("agent");
  const expectFits = async () => {
    const [content, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBeLessThanOrEqual(screen as number);
  };

  await page.goto("/tickets?view=team");
  await expect(page.locator("[data-ticket]").first()).toBeVisible();
  await expectFits();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Open the menu" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "My tickets" }).click();
  await expect(page).toHaveURL(/\/tickets$/);

  await page.goto("/tickets?view=team");
  await page.locator("[data-ticket]").first().getByRole("link").click();
  await expect(page.getByRole("textbox", { name: "Public reply" })).toBeVisible();
  await expectFits();
  await page.getByRole("button", { name: /Details/ }).click();
  await expect(page.getByRole("combobox", { name: "Status" })).toBeVisible();
  await expectFits();
  await expectAccessible(page);

  await page.goto("/tickets/new");
  await expect(page.getByRole("textbox", { name: "Description" })).toBeVisible();
  await expectFits();

  await page.getByRole("button", { name: "Jump to" }).tap();
  await page.getByRole("combobox", { name: /ticket number/ }).fill("my team");
  await expectFits();
  await page.getByRole("option", { name: "My team" }).tap();
  await expect(page).toHaveURL(/view=team$/);
});
