import { expect, test } from "../support/test.ts";

test("a ticket is found, opened and answered by the keyboard alone", async ({ signedIn }) => {
  const { page } = await signedIn("agent", "/tickets?view=team");
  const link = page.locator("[data-ticket]").first().getByRole("link");
  await expect(link).toBeVisible();
  await page.keyboard.press("/");
  const filters = page.getByRole("search", { name: "Filters" });
  await expect(filters.getByRole("combobox", { name: "Priority" })).toBeFocused();
  await page.getByRole("button", { name: "Filters" }).focus();
  await page.keyboard.press("Enter");
  await expect(filters).toHaveCount(0);
  for (let presses = 0; presses < 60; presses += 1) {
    if (await link.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(link).toBeFocused();
  const box = page.locator("[data-ticket]").first().getByRole("checkbox");
  await page.keyboard.press("x");
  await expect(box).toBeChecked();
  await page.keyboard.press("x");
  await expect(box).not.toBeChecked();
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  const reply = page.getByRole("textbox", { name: "Public reply" });
  await expect(reply).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Internal note" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Control+K");
  await expect(page.getByRole("combobox", { name: /ticket number/ })).toBeFocused();
  await page.keyboard.type("reply");
  await page.keyboard.press("Enter");
  await expect(reply).toBeFocused();
  const text = `By the keyboard ${Date.now()}`;
  await page.keyboard.type(text);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article", { name: /^Comment by/ }).last()).toContainText(text);

  const details = page.getByRole("complementary", { name: "Details" });
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("s");
  await expect(details.getByRole("combobox", { name: "Status" })).toBeFocused();
  await expect(page.getByRole("option").first()).toBeVisible();
});

test("the palette opens a ticket by its number, and another one from where something is typed", async ({
  signedIn,
}) => {
  const { page } = await signedIn("agent", "/tickets?view=team");
  const tickets = page.locator("[data-ticket]");
  await expect(tickets.first()).toBeVisible();
  const numbers = await tickets.evaluateAll((rows) =>
    rows.map((row) => row.getAttribute("data-ticket") ?? ""),
  );
  const field = page.getByRole("combobox", { name: /ticket number/ });

  const jumpTo = async (typed: string) => {
    await page.keyboard.press("Control+K");
    await expect(field).toBeFocused();
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
  };
  const [first = "", second = ""] = numbers;
  await jumpTo(first);
  await expect(page).toHaveURL(new RegExp(`/tickets/${first}$`));
  await page.getByRole("textbox", { name: "Public reply" }).fill("Half a");
  await jumpTo(second.replace(/^T-0*/, ""));
  await expect(page).toHaveURL(new RegExp(`/tickets/${second}$`));

  await page.keyboard.press("Control+K");
  await expect(field).toBeFocused();
  await expect(page.getByRole("option", { selected: true })).toContainText(first);
  await page.keyboard.press("Enter");
  const reply = page.getByRole("textbox", { name: "Public reply" });
  await expect(reply).toContainText("Half a");
  await reply.focus();
  await page.keyboard.press("Control+K");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(reply, "the keyboard is back where it was").toBeFocused();
});

test("the palette takes the place of a menu and of the help sheet", async ({ signedIn }) => {
  const { page } = await signedIn("agent");
  const field = page.getByRole("combobox", { name: /ticket number/ });
  await page.getByRole("button", { name: /^Account of/ }).click();
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  await page.keyboard.press("Control+K");
  await expect(field).toBeFocused();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await page.keyboard.type("shortcuts");
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toContainText("Jump to a page, an action or a ticket");
  await page.keyboard.press("Control+K");
  await expect(field).toBeFocused();
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press("Control+K");
  await expect(field).toHaveCount(0);
});
