import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test("a list is kept under a name, found again with its count, changed, and let go", async ({
  signedIn,
}) => {
  test.slow();
  const word = `${Date.now()}`;
  const name = `Mine ${word}`;
  const number = await (await Api.of("requester")).ticket(`Kept ${word}`);
  const { page } = await signedIn("agent", `/tickets/${number}`);
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByRole("combobox", { name: "Tags" }).fill(`kept-${word}`);
  await page.keyboard.press("Enter");
  await expect(details.getByText(`kept-${word}`)).toBeVisible();

  await page.goto(`/tickets?view=team&tag=kept-${word}`);
  await expect(page.locator(`[data-ticket="${number}"]`)).toBeVisible();
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/saved=view_/);
  await expect(page.getByRole("main"), "the button is gone").toBeFocused();
  const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name });
  await expect(link).toHaveAttribute("aria-current", "page");
  await expect(link).toContainText(/1\+?$/);
  await expectAccessible(page);

  // Whoever is given the address sees the same list, and not the view.
  const other = await signedIn(
    "manager",
    new URL(page.url()).pathname + new URL(page.url()).search,
  );
  await expect(other.page.getByRole("list", { name: "Filters in use" })).toContainText(
    `kept-${word}`,
  );
  await expect(other.page.getByRole("heading", { name, level: 1 })).toHaveCount(0);

  const bar = page.getByRole("region", { name: "Saved view" });
  await page.getByRole("combobox", { name: "Status" }).click();
  await page.getByRole("option", { name: "All statuses" }).click();
  await expect(bar).toContainText("Edited");
  await bar.getByRole("button", { name: "Reset" }).click();
  await expect(bar).not.toContainText("Edited");
  await expect(page).not.toHaveURL(/status=/);
  await page.getByRole("combobox", { name: "Status" }).click();
  await page.getByRole("option", { name: "All statuses" }).click();
  await bar.getByRole("button", { name: "Save changes" }).click();
  await expect(bar).not.toContainText("Edited");

  const open = async (action: string) => {
    await bar.getByRole("button", { name: /^Actions for the view/ }).click();
    await page.getByRole("menuitem", { name: action, exact: true }).click();
  };
  await open("Rename or share");
  await page.getByRole("dialog").getByLabel("Name").fill(`Renamed ${word}`);
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: `Renamed ${word}`, level: 1 })).toBeVisible();

  await page.goto("/tasks");
  await expect(page.getByRole("heading", { name: "My tasks", level: 1 })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page
    .getByRole("combobox", { name: "Page, action or ticket number" })
    .fill(`renamed ${word}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/status=ALL/);
  await open("Delete");
  const entry = page.getByRole("link", { name: `Renamed ${word}` });
  await expect(entry).toHaveCount(0);
  await expect(page.getByRole("main"), "the view's bar is gone").toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(entry).toBeVisible();
  await expect(page.getByRole("main"), "the toast is gone").toBeFocused();
  await open("Delete");
  await expect(entry).toHaveCount(0);
});

test("a phone counts nothing before the menu is opened", async ({ signedIn }) => {
  const { page } = await signedIn("agent");
  await page.setViewportSize({ width: 360, height: 740 });
  // What the wide page had still to ask for ends with it.
  await page.goto("about:blank");
  const counted: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/count?")) counted.push(request.url());
  });
  await page.goto("/tickets?view=team");
  await expect(page.locator("[data-ticket]").first()).toBeVisible();
  expect(counted).toEqual([]);
  const answered = page.waitForResponse(/\/api\/tickets\/count\?/);
  await page.getByRole("button", { name: "Open the menu" }).click();
  expect((await answered).status()).toBe(200);
});
