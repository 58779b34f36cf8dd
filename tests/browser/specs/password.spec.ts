import { enter, mailedLink, newcomer, signOut } from "../support/accounts.ts";
import { expect, test } from "../support/test.ts";

const FIRST = "brass lantern under the pier";
const SECOND = "eleven quiet gulls at noon";
const THIRD = "copper kettle drifting north";

test("a forgotten password is replaced by the link of a mail, which is good once", async ({
  signedIn,
  page,
}) => {
  const { page: admin } = await signedIn("admin");
  const { email } = await newcomer(admin, page, "Perpetua Tide", FIRST);
  await signOut(page);

  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(`If there is an account for ${email}`)).toBeVisible();

  const link = await mailedLink(email, "reset-password");
  await page.goto(link);
  const password = page.getByRole("textbox", { name: "New password" });
  await expect(password).toBeVisible();
  expect(page.url(), "the token is out of the address").not.toContain("token");
  await password.fill("password123");
  await page.getByRole("button", { name: "Save the password" }).click();
  await expect(page.getByText("This password is too easy to guess")).toBeVisible();
  await password.fill(SECOND);
  await page.getByRole("button", { name: "Save the password" }).click();
  await expect(page.getByText("Your password is set. Sign in with it.")).toBeVisible();

  await enter(page, email, FIRST);
  await expect(page.getByRole("alert")).toHaveText("The e-mail or the password is not right.");
  await enter(page, email, SECOND);
  await expect(page.getByRole("link", { name: "New ticket" })).toBeVisible();

  await signOut(page);
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("textbox", { name: "New password" }).fill(THIRD);
  await page.getByRole("button", { name: "Save the password" }).click();
  await expect(page.getByRole("heading", { name: "This link is over" })).toBeVisible();
  await page.getByRole("link", { name: "Ask for another link" }).click();
  await expect(page).toHaveURL(/\/forgot-password$/);
});

test("an address without an account gets the same answer", async ({ page }) => {
  await page.goto("/forgot-password");
  const email = `nobody.${Date.now()}@seaversity.example`;
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(`If there is an account for ${email}`)).toBeVisible();
});

test("a changed password signs out everywhere else", async ({
  signedIn,
  page,
  browser,
  baseURL,
}) => {
  const { page: admin } = await signedIn("admin");
  const { email } = await newcomer(admin, page, "Otto Ebb", FIRST);
  const elsewhere = await browser.newContext({ baseURL });
  const other = await elsewhere.newPage();
  await enter(other, email, FIRST);
  await expect(other.getByRole("link", { name: "New ticket" })).toBeVisible();

  await page.goto("/settings/security");
  const signIns = page.getByRole("region", { name: "Where you are signed in" });
  await expect(signIns.getByRole("listitem")).toHaveCount(2);
  await expect(signIns.getByRole("listitem").filter({ hasText: "This browser" })).toHaveCount(1);

  await page.getByRole("textbox", { name: "Current password" }).fill("not my password");
  await page.getByRole("textbox", { name: "New password" }).fill(SECOND);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("This is not your current password")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Current password" })).toBeFocused();
  await page.getByRole("textbox", { name: "Current password" }).fill(FIRST);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await expect(signIns.getByRole("listitem")).toHaveCount(1);

  await other.goto("/tickets");
  await expect(other.getByRole("button", { name: "Sign in" })).toBeVisible();
  await elsewhere.close();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Security" })).toBeVisible();
});

test("one sign-in is ended from another, and all of them at once", async ({
  signedIn,
  page,
  browser,
  baseURL,
}) => {
  const { page: admin } = await signedIn("admin");
  const { email } = await newcomer(admin, page, "Mira Swell", FIRST);
  const elsewhere = await browser.newContext({ baseURL });
  const other = await elsewhere.newPage();
  await enter(other, email, FIRST);
  await expect(other.getByRole("link", { name: "New ticket" })).toBeVisible();

  await page.goto("/settings/security");
  await page.getByRole("button", { name: /^Sign out Chrome on Linux/ }).click();
  await expect(page.getByText("Signed out there.")).toBeVisible();
  await other.goto("/tickets");
  await expect(other.getByRole("button", { name: "Sign in" })).toBeVisible();
  await elsewhere.close();

  await page.getByRole("button", { name: "Sign out everywhere", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Forgot your password?" })).toBeVisible();
  await page.goto("/tickets");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});
