import { expect, test } from "../support/test.ts";

test("a ticket is found, opened and answered by the keyboard alone", async ({ signedIn }) => {
  const { page } = await signedIn("agent");
  await page.goto("/tickets?view=team");
  const link = page.locator("[data-ticket]").first().getByRole("link");
  await expect(link).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await link.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  const reply = page.getByRole("textbox", { name: "Public reply" });
  await expect(reply).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await reply.evaluate((element) => element.contains(document.activeElement))) break;
    await page.keyboard.press("Tab");
  }
  const text = `By the keyboard ${Date.now()}`;
  await page.keyboard.type(text);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article", { name: /^Comment by/ }).last()).toContainText(text);
});
