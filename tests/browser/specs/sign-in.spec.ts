import { environment } from "../support/environment.ts";
import { expect, signIn, test } from "../support/test.ts";

test("a wrong password is refused in words that do not tell whether the account exists", async ({
  page,
}) => {
  await page.goto("/sign-in");
  for (const email of [environment.emails.admin, "nobody@seaversity.example"]) {
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("textbox", { name: "Password" }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toHaveText("The e-mail or the password is not right.");
    await page.reload();
  }
});

test("a session lasts over a reload and ends with the sign-out", async ({ page }) => {
  await signIn(page, "agent");
  await page.goto("/tickets?view=team");
  await page.reload();
  await expect(page.locator("[data-ticket]").first()).toBeVisible();

  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await page.goto("/tickets");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("whoever opens a link signs in and arrives where it leads", async ({ page }) => {
  await page.goto("/tickets/T-0042");
  await page.getByLabel("E-mail").fill(environment.emails.admin);
  await page.getByRole("textbox", { name: "Password" }).fill(environment.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tickets\/T-0042$/);
  await expect(page.getByText("T-0042").first()).toBeVisible();
});
