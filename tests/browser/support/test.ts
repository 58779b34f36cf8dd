import { test as base, type Page } from "@playwright/test";
import { environment, type Role } from "./environment.ts";
import { Wire } from "./wire.ts";

/** What the tests are given: signed-in people, each in a browser of their own. */
interface Fixtures {
  signedIn: (role: Role) => Promise<Person>;
}

export interface Person {
  page: Page;
  /** All that the server has sent to this person since the sign-in. */
  wire: Wire;
}

export async function signIn(page: Page, role: Role): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(environment.emails[role]);
  await page.getByRole("textbox", { name: "Password" }).fill(environment.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "New ticket" }).waitFor();
}

export const test = base.extend<Fixtures>({
  signedIn: async ({ playwright, contextOptions, launchOptions, baseURL }, use) => {
    const browsers: { close: () => Promise<void> }[] = [];
    await use(async (role) => {
      const browser = await playwright.chromium.launch(launchOptions);
      browsers.push(browser);
      const context = await browser.newContext({ ...contextOptions, baseURL });
      const page = await context.newPage();
      const wire = Wire.of(page);
      await signIn(page, role);
      return { page, wire };
    });
    await Promise.all(browsers.map((browser) => browser.close()));
  },
});

export { expect } from "@playwright/test";
