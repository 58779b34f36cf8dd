import { enter, newcomer, signOut } from "../support/accounts.ts";
import { codeOf } from "../support/authenticator.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

const PASSWORD = "brass lantern under the pier";

test("a second factor is set up, asked for, replaced by a recovery code, and switched off", async ({
  signedIn,
  page,
}) => {
  const { page: admin } = await signedIn("admin");
  const { email } = await newcomer(admin, page, "Tova Anchor", PASSWORD);
  const section = page.getByRole("region", { name: "Second factor" });
  const dialog = page.getByRole("dialog");

  await page.goto("/settings/security");
  await section.getByRole("button", { name: "Set up" }).click();
  await dialog.getByRole("textbox", { name: "Your password" }).fill("not my password");
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByText("This is not your password")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Your password" }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByRole("img", { name: /^QR code/ })).toBeVisible();
  await expectAccessible(page);
  const secret = (await dialog.locator("code").textContent()) ?? "";
  await dialog.getByRole("textbox", { name: "Code" }).fill("12345");
  await dialog.getByRole("button", { name: "Switch on" }).click();
  await expect(dialog.getByText("Enter the six digits that the app shows")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Code" }).fill(codeOf(secret));
  await dialog.getByRole("button", { name: "Switch on" }).click();

  const codes = dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const recovery = (await codes.first().textContent()) ?? "";
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("seaversity-recovery-codes.txt");
  await page.keyboard.press("Escape");
  await expect(codes, "a slip of the hand does not take them away").toHaveCount(10);
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(section.getByText("10 recovery codes left")).toBeVisible();
  await signOut(page);

  await enter(page, email, PASSWORD);
  const code = page.getByRole("textbox", { name: "Code", exact: true });
  await expect(code).toBeFocused();
  await expectAccessible(page);
  await code.fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The code is wrong, or was used already")).toBeVisible();
  // The code that set it up was used; one step ahead is as good as a clock that is a little fast.
  await code.fill(codeOf(secret, 1));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("link", { name: "New ticket" })).toBeVisible();
  await signOut(page);

  await enter(page, email, PASSWORD);
  await page.getByRole("button", { name: "Use a recovery code instead" }).click();
  await page.getByRole("textbox", { name: "Recovery code" }).fill(recovery);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("link", { name: "New ticket" })).toBeVisible();

  await page.goto("/settings/security");
  await expect(section.getByText("9 recovery codes left")).toBeVisible();
  await section.getByRole("button", { name: "New recovery codes" }).click();
  await dialog.getByRole("textbox", { name: "Your password" }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Make new codes" }).click();
  await expect(codes).toHaveCount(10);
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(section.getByText("10 recovery codes left")).toBeVisible();

  await section.getByRole("button", { name: "Switch off" }).click();
  await dialog.getByRole("textbox", { name: "Your password" }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Switch off" }).click();
  await expect(section.getByRole("button", { name: "Set up" })).toBeVisible();
  await signOut(page);
  await enter(page, email, PASSWORD);
  await expect(page.getByRole("link", { name: "New ticket" })).toBeVisible();
});
