import type { Page } from "@playwright/test";
import { newcomer } from "../support/accounts.ts";
import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

function section(page: Page, name: string) {
  return page.getByRole("region", { name });
}

async function setStatus(api: Api, number: string, status: string): Promise<void> {
  const { ticket } = await api.get<{ ticket: { version: number } }>(`/api/tickets/${number}`);
  await api.patch(`/api/tickets/${number}`, { status }, ticket.version);
}

test("a requester begins with what it is about, and raises a ticket about it", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const { page } = await signedIn("requester");
  await expect(page.getByRole("heading", { level: 1, name: "How can we help?" })).toBeVisible();
  await page.getByRole("link", { name: /^Course access/ }).click();
  const form = page.getByRole("form", { name: "New ticket" });
  await expect(form.getByRole("combobox", { name: "Category" })).toHaveValue("Course access");
  await form.getByRole("textbox", { name: "Title" }).fill(`The course is empty ${word}`);
  await form.getByRole("button", { name: "Raise ticket" }).click();
  await expect(page).toHaveURL(/\/tickets\/T-\d+$/);
  await expect(section(page, "Progress").getByRole("listitem").first()).toHaveAttribute(
    "aria-current",
    "step",
  );
  await page.getByRole("link", { name: "Seaversity, home" }).click();
  await expect(page.getByRole("link", { name: `The course is empty ${word}` })).toBeVisible();
});

test("what was answered and solved comes to the front as it happens, and is closed in one step", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const requester = await Api.of("requester");
  const agent = await Api.of("agent");
  const number = await requester.ticket(`Locked out ${word}`);
  const { page } = await signedIn("requester", "/tickets");
  const ticket = page.locator(`[data-ticket="${number}"]`);
  await expect(section(page, "We are working on it").locator(ticket)).toBeVisible();

  await setStatus(agent, number, "IN_PROGRESS");
  await agent.post(`/api/tickets/${number}/comments`, { content: `<p>Try again ${word}</p>` });
  await expect(ticket).toContainText(`Try again ${word}`);
  await agent.post(`/api/tickets/${number}/comments`, {
    content: `<p>Between us ${word}</p>`,
    isInternal: true,
  });
  await setStatus(agent, number, "RESOLVED");
  await expect(section(page, "Please have a look").locator(ticket)).toContainText("Try again");

  await ticket.getByRole("link").click();
  await expect(page.getByRole("tab", { name: "Activity" })).toHaveCount(0);
  const reply = page.getByRole("textbox", { name: "Public reply" });
  await expect(reply).toBeVisible();
  await page.getByRole("button", { name: "No, write a reply" }).click();
  await expect(reply).toBeFocused();
  await page.getByRole("button", { name: "Yes, it works" }).click();
  await expect(section(page, "Progress").getByText("Closed")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "My tickets" }).click();
  await expect(section(page, "Closed").locator(ticket)).toBeVisible();

  await page.keyboard.press("/");
  await page.keyboard.type(`locked ${word}`);
  await expect(page.locator("[data-ticket]")).toHaveCount(1);
});

test("somebody new reads how it goes, and finds help", async ({ browser, signedIn }) => {
  const { page: admin } = await signedIn("admin");
  const page = await (await browser.newContext()).newPage();
  const person = await newcomer(admin, page, "Nora Newcomer", "over-the-deep-blue-sea");
  await expect(page.getByText(/^Good \w+, Nora$/)).toBeVisible();
  await expect(page.getByText("You have not raised a ticket yet.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("navigation").getByRole("link", { name: "My tickets" }).click();
  await expect(page.getByRole("heading", { name: "No tickets yet" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("navigation").getByRole("link", { name: "Help" }).click();
  await page
    .getByRole("navigation", { name: "On this page" })
    .getByRole("link", { name: "What the statuses mean" })
    .click();
  await expect(page.getByRole("heading", { name: "What the statuses mean" })).toBeInViewport();
  await expect(page.getByText("Internal note")).toHaveCount(0);
  expect(person.name).toContain("Nora");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 360]) {
    test.describe(`${colorScheme} at ${width} pixels`, () => {
      test.use({
        contextOptions: {
          colorScheme,
          reducedMotion: "reduce",
          viewport: { width, height: 800 },
        },
      });

      const visit = async (page: Page, path: string, sign: string) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { name: sign })).toBeVisible();
        await expectAccessible(page);
        const isWider = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(isWider, `${path} is wider than the screen`).toBe(false);
      };

      test("the portal and the help are accessible and fit", async ({ signedIn }) => {
        const { page } = await signedIn("requester");
        await visit(page, "/", "We are working on it");
        await visit(page, "/tickets", "Closed");
        await page.locator("[data-ticket]").first().getByRole("link").click();
        await expect(section(page, "Progress")).toBeVisible();
        await expectAccessible(page);
        await visit(page, "/tickets?view=watching", "Followed by me");
        await visit(page, "/help", "What the statuses mean");
        const agent = await signedIn("agent");
        await visit(agent.page, "/help", "Answers and notes");
      });
    });
  }
}
