import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test.use({
  contextOptions: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
});

async function expectPageFits(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen as number);
}

test("a phone shows every page in its width", async ({ signedIn }) => {
  const { page } = await signedIn("agent");
  const expectFits = () => expectPageFits(page);

  await page.goto("/tickets?view=team");
  await expect(page.locator("[data-ticket]").first()).toBeVisible();
  await expectFits();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Open the menu" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "My tickets" }).click();
  await expect(page).toHaveURL(/\/tickets$/);
  await page.getByRole("button", { name: "Open the menu" }).click();
  await page.goBack();
  await expect(page.getByRole("button", { name: "Open the menu" })).toBeVisible();
  await expect(page, "the way back closes the menu, and no more").toHaveURL(/\/tickets$/);

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

  await page.goto("/tasks?view=team&status=ALL");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: /^Filters/ }).tap();
  await expect(page.getByLabel("Created from")).toBeVisible();
  await expectFits();
  await page.getByRole("button", { name: "Show tasks" }).tap();
  await expect(page.getByLabel("Created from")).toHaveCount(0);
  await page.goto("/tickets?view=team");
  await page.locator("[data-ticket]").first().getByRole("checkbox").tap();
  await expect(page.getByRole("toolbar", { name: /^Change/ })).toBeVisible();
  await expectFits();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Jump to" }).tap();
  await page.getByRole("combobox", { name: /ticket number/ }).fill("my team");
  await expectFits();
  await page.getByRole("option", { name: "My team", exact: true }).tap();
  await expect(page).toHaveURL(/view=team$/);
});

test("so it does with the pages that are there without signing in", async ({ page }) => {
  for (const path of ["/sign-in", "/forgot-password", "/reset-password#token=none", "/welcome"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectPageFits(page);
  }
});

test("and with people, teams, settings and accounts", async ({ signedIn }) => {
  const { page } = await signedIn("admin");
  const visit = async (path: string, sign: string) => {
    await page.goto(path);
    await expect(page.getByText(sign).first()).toBeVisible();
    await expectPageFits(page);
    await expectAccessible(page);
  };
  await visit("/people", "Amara Diallo");
  await page.getByRole("link", { name: "Amara Diallo" }).click();
  await expect(page.getByRole("link", { name: "Write a mail" })).toBeVisible();
  await expectPageFits(page);
  await visit("/teams", "LMS Support");
  await page.getByRole("link", { name: "LMS Support" }).click();
  await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
  await expect(page.getByText("Amara Diallo").first()).toBeVisible();
  await expectPageFits(page);
  await visit("/settings/profile", "What an admin looks after");
  await visit("/settings/security", "This browser");
  await page.getByRole("button", { name: "Set up" }).tap();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectPageFits(page);
  await visit("/settings/notifications", "What you are told of");
  await visit("/admin/users", "Amara Diallo");
  await page.getByRole("button", { name: "Invite a person" }).tap();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectPageFits(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open the menu" }).tap();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Teams" }).tap();
  await expect(page).toHaveURL(/\/teams$/);
});
