import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const PAGES: { name: string; path: string; isReady: (page: Page) => Promise<void> }[] = [
  {
    name: "list",
    path: "/tickets?view=team",
    isReady: (page) => expect(page.locator("[data-ticket]").first()).toBeVisible(),
  },
  {
    name: "empty list",
    path: "/tickets?view=created&status=ON_HOLD",
    isReady: (page) => expect(page.getByRole("main")).toContainText("No tickets"),
  },
  {
    name: "new ticket",
    path: "/tickets/new",
    isReady: (page) => expect(page.getByRole("textbox", { name: "Description" })).toBeVisible(),
  },
  {
    name: "unknown ticket",
    path: "/tickets/T-9999",
    isReady: (page) => expect(page.getByText("Ticket not found")).toBeVisible(),
  },
];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { colorScheme, reducedMotion: "reduce" } });

    test("sign-in", async ({ page }) => {
      await page.goto("/sign-in");
      await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByText("Enter your e-mail address")).toBeVisible();
      await expectAccessible(page);
    });

    test("pages of an agent", async ({ signedIn }) => {
      const { page } = await signedIn("agent");
      for (const { name, path, isReady } of PAGES) {
        await test.step(name, async () => {
          await page.goto(path);
          await isReady(page);
          await expectAccessible(page);
        });
      }
    });

    test("a ticket, its activity, and the menus", async ({ signedIn }) => {
      const { page } = await signedIn("agent");
      await page.goto("/tickets?view=team");
      await page.locator("[data-ticket]").first().getByRole("link").click();
      await expect(page.getByRole("textbox", { name: "Public reply" })).toBeVisible();
      await expectAccessible(page);
      await page.getByText("Internal note", { exact: true }).first().click();
      await expect(page.getByRole("button", { name: "Add note" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("tab", { name: "Activity" }).click();
      await expect(page.getByRole("tabpanel")).not.toBeEmpty();
      await expectAccessible(page);
      for (const menu of [/^Account of/, "Colour scheme", /^Notifications/]) {
        await page.getByRole("button", { name: menu }).click();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
      }
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
    });

    test("the palette, with and without something found", async ({ signedIn }) => {
      const { page } = await signedIn("agent");
      await page.keyboard.press("Control+K");
      await expect(page.getByRole("option", { selected: true })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("combobox", { name: /ticket number/ }).fill("no such thing");
      await expect(page.getByText("Nothing goes by")).toBeVisible();
      await expectAccessible(page);
    });
  });
}
