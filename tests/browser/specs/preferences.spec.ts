import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const OWN = "/api/settings/user";

interface Settings {
  notifications: { DUE_DATE: { digest: boolean } };
  quietHours: { isEnabled: boolean };
  timeZone: string | null;
  version: number;
}

test("what somebody is told of is chosen, saved, and taken back", async ({ signedIn }) => {
  const api = await Api.of("requester");
  const read = () => api.get<Settings>(OWN);
  const start = {
    notifications: { DUE_DATE: { digest: false } },
    quietHours: { isEnabled: false, start: "22:00", end: "07:00", days: ["MONDAY"] },
    timeZone: null,
  };
  await api.patch(OWN, start, (await read()).version);
  const { page } = await signedIn("requester", "/settings/notifications");
  const digest = page.getByRole("checkbox", { name: "Due dates: Digest" });
  const save = page.getByRole("button", { name: "Save" });

  await test.step("a choice waits to be saved, and stays over a reload", async () => {
    await expect(page.getByRole("checkbox", { name: "Your account: Mail" })).toBeDisabled();
    await digest.check();
    await page.reload();
    await expect(digest).toBeChecked();
    expect((await read()).notifications.DUE_DATE.digest).toBe(false);
  });

  await test.step("quiet hours need two times", async () => {
    await page.getByRole("switch", { name: "Keep quiet hours" }).check();
    await page.getByLabel("Until").fill("22:00");
    await expect(page.getByText("Must not be the same time")).toBeVisible();
    await expect(save).toBeDisabled();
    await page.getByLabel("Until").fill("06:30");
    await expectAccessible(page);
  });

  await test.step("what was changed elsewhere meanwhile is told, and kept", async () => {
    await api.patch(OWN, { timeZone: "Europe/Berlin" }, (await read()).version);
    await save.click();
    await expect(page.getByText("Your settings were changed elsewhere meanwhile")).toBeVisible();
    await expect(digest).toBeChecked();
    await save.click();
    await expect(page.getByText("From now on you are told so.")).toBeVisible();
    await expect(save).toHaveCount(0);
    expect(await read()).toMatchObject({
      notifications: { DUE_DATE: { digest: true } },
      quietHours: { isEnabled: true, end: "06:30" },
      timeZone: "Europe/Berlin",
    });
  });

  await test.step("undo", async () => {
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(digest).not.toBeChecked();
    expect(await read()).toMatchObject({
      notifications: { DUE_DATE: { digest: false } },
      quietHours: { isEnabled: false },
      timeZone: "Europe/Berlin",
    });
  });

  await test.step("a time zone is found by a part of its name", async () => {
    await page.getByRole("combobox", { name: "Time zone" }).fill("lisbon");
    await page.getByRole("option", { name: "Europe/Lisbon" }).click();
    await save.click();
    await expect.poll(async () => (await read()).timeZone).toBe("Europe/Lisbon");
    await api.patch(OWN, { timeZone: null }, (await read()).version);
  });
});

test("what the bell tells is counted, removed and taken back, and leads to what one is told of", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const requester = await Api.of("requester");
  const number = await requester.ticket(`Bell ${word}`);
  await requester.patch("/api/notifications/read-all", {});
  const agent = await Api.of("agent");
  const { page } = await signedIn("requester");
  const bell = page.getByRole("button", { name: /^Notifications/ });
  await expect(bell).toHaveAccessibleName("Notifications");

  await agent.post(`/api/tickets/${number}/comments`, { content: `<p>Here ${word}</p>` });
  await expect(bell).toHaveAccessibleName("Notifications, 1 unread");
  await page.reload();
  await expect(bell, "it is counted by the server").toHaveAccessibleName("Notifications, 1 unread");

  await bell.click();
  const rows = page.getByRole("dialog", { name: "Notifications" }).getByRole("listitem");
  const row = rows.filter({ hasText: number });
  await expectAccessible(page);
  await row.getByRole("button", { name: /^Remove/ }).click();
  await expect(row).toHaveCount(0);
  await expect(bell).toHaveAccessibleName("Notifications");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(bell).toHaveAccessibleName("Notifications, 1 unread");

  await bell.click();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(bell).toHaveAccessibleName("Notifications");
  await row.getByRole("button", { name: /^Remove/ }).click();
  await page.getByRole("link", { name: "What you are told of" }).click();
  await expect(page).toHaveURL(/\/settings\/notifications$/);
  await page.reload();
  await bell.click();
  await expect(page.getByRole("button", { name: "Mark all as read" })).toBeVisible();
  await expect(row, "it was removed as the page was left").toHaveCount(0);
});

test("a theme that is chosen in one browser is put on in the next", async ({ signedIn }) => {
  const api = await Api.of("requester");
  const read = () => api.get<{ theme: string; version: number }>(OWN);
  const { page } = await signedIn("requester");
  await page.getByRole("button", { name: "Colour scheme" }).click();
  await page.getByRole("menuitem", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await expect.poll(async () => (await read()).theme).toBe("DARK");
  const other = await signedIn("requester");
  await expect(other.page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  // Other tests have the theme of the browser.
  await api.patch(OWN, { theme: "SYSTEM" }, (await read()).version);
});
