import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const PATH = "/api/settings";

/** What these tests change. */
interface Choices {
  name: string;
  defaultTimeZone: string;
  emailNotifications: boolean;
  dailySummaries: boolean;
  requesterPriorityCap: string;
  moodleIntegration: boolean;
  moodleUrl: string | null;
}

interface Settings extends Choices {
  version: number;
}

async function given(api: Api, change: Partial<Choices>): Promise<void> {
  const { version } = await api.get<Settings>(PATH);
  await api.patch(PATH, change, version);
}

// They hold for all tests: whatever becomes of these, the settings are put back.
let api: Api;
let before: Choices;

test.beforeEach(async () => {
  api = await Api.of("admin");
  const settings = await api.get<Settings>(PATH);
  before = {
    name: settings.name,
    defaultTimeZone: settings.defaultTimeZone,
    emailNotifications: settings.emailNotifications,
    dailySummaries: settings.dailySummaries,
    requesterPriorityCap: settings.requesterPriorityCap,
    moodleIntegration: settings.moodleIntegration,
    moodleUrl: settings.moodleUrl,
  };
});

test.afterEach(() => given(api, before));

test("an admin sets what holds for everybody", async ({ signedIn }) => {
  test.slow();
  const { page } = await signedIn("admin");
  const navigation = page.getByRole("navigation", { name: "Main" });
  const form = page.getByRole("form", { name: "Settings" });
  const name = form.getByRole("textbox", { name: "Name" });
  const digests = form.getByRole("switch", { name: "Digests", exact: true });
  const save = form.getByRole("button", { name: "Save" });

  await test.step("a change is saved, and taken back", async () => {
    await navigation.getByRole("link", { name: "Admin" }).click();
    await page
      .getByRole("navigation", { name: "Admin" })
      .getByRole("link", { name: "Settings" })
      .click();
    await expect(name).toHaveValue(before.name);
    await expect(save).toHaveCount(0);
    await name.fill(" ");
    await save.click();
    await expect(form.getByText("Enter the name")).toBeVisible();
    await name.fill("Harbour University");
    await digests.uncheck();
    await save.click();
    await expect(page.getByText("It holds for everybody from now on.")).toBeVisible();
    await expect(save).toHaveCount(0);
    expect(await api.get<Settings>(PATH)).toMatchObject({
      name: "Harbour University",
      dailySummaries: false,
      defaultTimeZone: before.defaultTimeZone,
    });
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(name).toHaveValue(before.name);
    expect(await api.get<Settings>(PATH)).toMatchObject({ ...before });
  });

  await test.step("what another admin changed meanwhile is told, and can be taken", async () => {
    await name.fill("Harbour University");
    await given(api, { name: "Port University", emailNotifications: false });
    await save.click();
    const notice = form.getByRole("alert");
    await expect(notice).toContainText("Port University");
    await expect(name).toHaveValue("Harbour University");
    await expect(form.getByRole("switch", { name: "Mails about work" })).not.toBeChecked();
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [1280, 360]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 740 });
        await expectAccessible(page);
      }
    }
    await page.setViewportSize({ width: 1280, height: 740 });
    await form.getByRole("button", { name: "Take theirs" }).click();
    await expect(name).toHaveValue("Port University");
    await expect(notice).toHaveCount(0);
  });

  await test.step("nobody leaves with something unsaved unasked", async () => {
    await digests.click();
    await navigation.getByRole("link", { name: "People" }).click();
    const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await form.getByRole("button", { name: "Discard" }).click();
    await navigation.getByRole("link", { name: "People" }).click();
    await expect(page).toHaveURL(/\/people$/);
  });
});

test("requesters are offered what the settings allow, and not the settings", async ({
  signedIn,
}) => {
  await given(api, { requesterPriorityCap: "MEDIUM" });
  const { page } = await signedIn("requester", "/tickets/new");
  await page.getByRole("combobox", { name: "Priority" }).click();
  await expect(page.getByRole("option")).toHaveText(["Low", "Medium"]);
  await page.goto("/admin/settings");
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
});

test("everybody finds the way to Moodle, once an admin shows it", async ({ signedIn }) => {
  const way = (page: Page) =>
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Moodle/ });
  const { page } = await signedIn("admin", "/admin/settings");
  const form = page.getByRole("form", { name: "Settings" });
  const site = form.getByRole("textbox", { name: "Moodle site" });
  const save = form.getByRole("button", { name: "Save" });
  await form.getByRole("switch", { name: "Moodle in the menu" }).click();
  await save.click();
  await expect(form.getByText("Enter the site’s address")).toBeVisible();
  await expect(site).toBeFocused();
  await site.fill("http://moodle.example.org");
  await save.click();
  await expect(form.getByText(/must be the https address of a site/i)).toBeVisible();
  await expect(way(page)).toHaveCount(0);
  await site.fill("https://moodle.example.org/");
  await save.click();
  await expect(page.getByText("It holds for everybody from now on.")).toBeVisible();
  await expect(site).toHaveValue("https://moodle.example.org");

  const requester = await signedIn("requester");
  for (const { page: shown } of [{ page }, requester]) {
    await expect(way(shown)).toHaveAttribute("href", "https://moodle.example.org");
    await expect(way(shown)).toHaveAttribute("target", "_blank");
  }
  await requester.page.keyboard.press("Control+k");
  await requester.page.getByRole("combobox").fill("moodle");
  await expect(requester.page.getByRole("option", { name: "Moodle" })).toBeVisible();
});
