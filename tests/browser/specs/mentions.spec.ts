import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test("an agent mentions a colleague with the keyboard, and mutes the ticket", async ({
  signedIn,
}) => {
  const api = await Api.of("requester");
  const number = await api.ticket("A mention for somebody");
  const { page } = await signedIn("agent", `/tickets/${number}`);
  await page.getByText("Internal note", { exact: true }).click();
  const field = page.getByRole("textbox", { name: "Internal note" });
  await field.click();
  await page.keyboard.type("Please look, @dial");
  const menu = page.getByRole("listbox", { name: "People to mention" });
  await expect(menu.getByRole("option", { name: /Amara Diallo/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(menu).toHaveCount(0);
  await page.keyboard.press("Control+Enter");
  const note = page.getByRole("article", { name: /^Internal note by/ });
  await expect(note.locator('[data-type="mention"]')).toHaveText("@Amara Diallo");

  await page.getByRole("button", { name: "More of this ticket" }).click();
  await page.getByRole("menuitem", { name: "Mute this ticket" }).click();
  await expect(page.getByText("Muted", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Muted", { exact: true })).toHaveCount(0);
});
