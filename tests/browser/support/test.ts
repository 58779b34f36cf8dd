import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { environment, type Role } from "./environment.ts";
import { Wire } from "./wire.ts";

/** What the tests are given: signed-in people, each in a browser of their own. */
interface Fixtures {
  /** Opens the app in a browser of its own, as somebody of this role, on their first page unless told. */
  signedIn: (role: Role, path?: string) => Promise<Person>;
}

interface WorkerFixtures {
  /** The browser of the first person of a test, of the second, and so on; the next test uses them again. */
  browserOf: (person: number) => Promise<Browser>;
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

/** Opens the app as somebody who has signed in here before: the way through the form has its own tests. */
async function openSignedIn(page: Page, role: Role, path: string): Promise<void> {
  const credentials = { email: environment.emails[role], password: environment.password };
  const answer = await page.context().request.post("/api/auth/login", { data: credentials });
  await expect(answer).toBeOK();
  await page.goto(path);
  await page.getByRole("link", { name: "New ticket" }).waitFor();
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  browserOf: [
    async ({ playwright, launchOptions }, use) => {
      const browsers: Browser[] = [];
      await use(async (person) => {
        browsers[person] ??= await playwright.chromium.launch(launchOptions);
        return browsers[person];
      });
      await Promise.all(browsers.map((browser) => browser.close()));
    },
    { scope: "worker" },
  ],
  signedIn: async ({ browserOf, contextOptions, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    let people = 0;
    await use(async (role, path = "/") => {
      const browser = await browserOf(people++);
      const context = await browser.newContext({ ...contextOptions, baseURL });
      contexts.push(context);
      const page = await context.newPage();
      const wire = Wire.of(page);
      await openSignedIn(page, role, path);
      return { page, wire };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
