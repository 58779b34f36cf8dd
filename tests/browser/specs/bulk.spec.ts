import { Api } from "../support/api.ts";
import { expect, test } from "../support/test.ts";

test("several tickets are changed at once, and what can be is taken back", async ({ signedIn }) => {
  const word = `${Date.now()}`;
  const api = await Api.of("requester");
  const numbers = [];
  for (const each of ["one", "two", "three"])
    numbers.push(await api.ticket(`Bulk ${each} ${word}`));
  const { page } = await signedIn("agent", "/tickets?view=team&status=OPEN");
  const row = (number: string | undefined) => page.locator(`[data-ticket="${number}"]`);
  const bar = page.getByRole("toolbar", { name: "Change what is selected" });

  // The newest stand first: with Shift, the three of them.
  await row(numbers[2]).getByRole("checkbox").click();
  await row(numbers[0])
    .getByRole("checkbox")
    .click({ modifiers: ["Shift"] });
  await expect(bar).toContainText("3 selected");

  await bar.getByRole("button", { name: "Priority" }).click();
  await page.getByRole("menuitem", { name: "Critical" }).click();
  for (const number of numbers) await expect(row(number)).toContainText("Critical");
  await page.getByRole("button", { name: "Undo" }).click();
  for (const number of numbers) await expect(row(number)).toContainText("Medium");

  await row(numbers[2]).getByRole("checkbox").click();
  await bar.getByRole("button", { name: "Tags" }).click();
  await page.getByRole("combobox", { name: "Tags" }).fill(`bulk-${word}`);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add to all" }).click();
  await expect(page.getByText("1 ticket changed")).toBeVisible();

  await page.goto(`/tickets?view=team&tag=bulk-${word}`);
  await expect(page.locator("[data-ticket]")).toHaveCount(1);
  const chip = page.getByRole("list", { name: "Filters in use" });
  await expect(chip).toContainText(`Tag: bulk-${word}`);
  await chip.getByRole("button", { name: /^Take off/ }).click();
  await expect(page).toHaveURL(/\/tickets\?view=team$/);
});

test("those that cannot be changed are named with the reason, and stay selected", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const api = await Api.of("requester");
  const [open, started] = [await api.ticket(`Open ${word}`), await api.ticket(`Started ${word}`)];
  const { page } = await signedIn("agent", `/tickets/${started}`);
  await page.getByRole("combobox", { name: "Status" }).click();
  await page.getByRole("option", { name: "In progress" }).click();
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(new Date());
  await page.goto(`/tickets?view=team&from=${today}`);
  const row = (number: string) => page.locator(`[data-ticket="${number}"]`);
  await row(open).getByRole("checkbox").click();
  await row(started).getByRole("checkbox").click();
  const bar = page.getByRole("toolbar", { name: "Change what is selected" });
  await expect(bar).toContainText("2 selected");
  await bar.getByRole("button", { name: "Status" }).click();
  await expect(page.getByRole("menuitem", { name: /^Closed/ })).toBeDisabled();
  await page.getByRole("menuitem", { name: "Resolved", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1 ticket could not be changed");
  await expect(dialog.getByRole("link", { name: open })).toBeVisible();
  await expect(dialog.getByRole("link", { name: started })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(row(started)).toHaveCount(0);
  await expect(row(open).getByRole("checkbox")).toBeChecked();
});

test("requesters select nothing, and admins delete and take it back", async ({ signedIn }) => {
  const word = `${Date.now()}`;
  const number = await (await Api.of("requester")).ticket(`Delete ${word}`);
  const requester = await signedIn("requester", "/tickets");
  const theirs = requester.page.locator(`[data-ticket="${number}"]`);
  await expect(theirs).toBeVisible();
  await expect(theirs.getByRole("checkbox")).toHaveCount(0);

  const { page } = await signedIn("admin", "/tickets?view=all&status=OPEN");
  const row = page.locator(`[data-ticket="${number}"]`);
  await row.getByRole("checkbox").click();
  await page.getByRole("toolbar").getByRole("button", { name: "Delete" }).click();
  await expect(row).toHaveCount(0);
  await expect(theirs, "it goes live").toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toBeVisible();
});
