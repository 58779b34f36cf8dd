import type { Page } from "@playwright/test";
import {
  choosePassword,
  enter,
  invite,
  mailedLink,
  newcomer,
  somebody,
} from "../support/accounts.ts";
import { mailsTo } from "../support/outbox.ts";
import { expect, test } from "../support/test.ts";

const PASSWORD = "brass lantern under the pier";

/** The person's row, found by the name, and what can be done there. */
async function act(admin: Page, person: { name: string; email: string }, action: string) {
  await admin.goto(`/admin/users?name=${encodeURIComponent(person.name)}`);
  const row = admin.locator(`[data-person="${person.email}"]`);
  await row.getByRole("button", { name: `Actions for ${person.name}` }).click();
  await admin.getByRole("menuitem", { name: action }).click();
  return { row, dialog: admin.getByRole("dialog") };
}

test("a person is invited, again if need be, chooses a password, and signs in", async ({
  signedIn,
  page,
}) => {
  const { page: admin } = await signedIn("admin");
  const person = somebody("Ines Harbour");
  await invite(admin, person);
  const first = await mailedLink(person.email, "welcome");

  const { row, dialog } = await act(admin, person, "Send the invitation again");
  await expect(row).toContainText("Invited");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(admin.getByText("An invitation is on its way")).toBeVisible();
  await expect.poll(async () => (await mailsTo(person.email)).length, { timeout: 30_000 }).toBe(2);
  const second = await mailedLink(person.email, "welcome");
  expect(second).not.toBe(first);

  await choosePassword(page, second, PASSWORD);
  await enter(page, person.email, PASSWORD);
  await expect(page.getByRole("link", { name: "New ticket" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).not.toContainText("People");
  for (const path of ["/people", "/teams", "/admin/users"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  }
  await admin.reload();
  await expect(row).toContainText("Active");
});

test("what is wrong with an invitation stands at the field", async ({ signedIn }) => {
  const { page: admin } = await signedIn("admin");
  await admin.goto("/admin/users");
  await admin.getByRole("button", { name: "Invite a person" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog.getByText("Enter the name")).toBeVisible();
  await dialog.getByLabel("Name").fill("Somebody Else");
  await dialog.getByLabel("E-mail").fill("agent@seaversity.example");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(dialog.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
  await admin.keyboard.press("Escape");
  await expect(admin.getByRole("button", { name: "Invite a person" })).toBeFocused();
});

test("a deactivated person is signed out at once, and an activated one signs in again", async ({
  signedIn,
  page,
}) => {
  const { page: admin } = await signedIn("admin");
  const person = await newcomer(admin, page, "Dario Keel", PASSWORD);

  const off = await act(admin, person, "Deactivate");
  await expect(off.dialog).toContainText("signed out everywhere at once");
  await off.dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(off.row).toContainText("Deactivated");
  await page.goto("/tickets");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await enter(page, person.email, PASSWORD);
  await expect(page.getByRole("alert")).toHaveText("The e-mail or the password is not right.");

  const on = await act(admin, person, "Activate");
  await on.dialog.getByRole("button", { name: "Activate" }).click();
  await expect(on.row).toContainText("Active");
  await enter(page, person.email, PASSWORD);
  await expect(page.getByRole("link", { name: "New ticket" })).toBeVisible();
});

test("of two admins who edit one account, the second sees what the first changed", async ({
  signedIn,
}) => {
  const { page: admin } = await signedIn("admin");
  const { page: second } = await signedIn("admin");
  const person = somebody("Wanda Current");
  await invite(admin, person);

  const mine = await act(admin, person, "Edit");
  const theirs = await act(second, person, "Edit");
  await theirs.dialog.getByRole("combobox", { name: "Role" }).click();
  await second.getByRole("option", { name: "Agent" }).click();
  await theirs.dialog.getByRole("button", { name: "Save" }).click();
  await expect(theirs.row).toContainText("Agent");

  const renamed = `${person.name} the Second`;
  await mine.dialog.getByLabel("Name").fill(renamed);
  await mine.dialog.getByRole("button", { name: "Save" }).click();
  const notice = mine.dialog.getByRole("alert");
  await expect(notice).toContainText("Somebody changed this account meanwhile");
  await expect(notice).toContainText("Agent");
  await expect(mine.dialog.getByLabel("Name")).toHaveValue(renamed);
  await expect(mine.dialog.getByRole("combobox", { name: "Role" })).toHaveValue("Agent");
  await mine.dialog.getByRole("button", { name: "Save" }).click();
  await expect(mine.dialog).toHaveCount(0);
  await expect(mine.row).toContainText(renamed);
  await expect(mine.row).toContainText("Agent");
});

test("an account is deleted only by somebody who types its e-mail", async ({ signedIn }) => {
  const { page: admin } = await signedIn("admin");
  const person = somebody("Gil Driftwood");
  await invite(admin, person);
  const { row, dialog } = await act(admin, person, "Delete");
  const button = dialog.getByRole("button", { name: "Delete for good" });
  await expect(button).toBeDisabled();
  await dialog.getByLabel(/^To confirm/).fill(person.email);
  await button.click();
  await expect(admin.getByText(`The account of ${person.name} is deleted.`)).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("nobody is offered to take away their own rights", async ({ signedIn }) => {
  const { page: admin } = await signedIn("admin");
  await admin.goto("/admin/users?name=Helena");
  await admin.getByRole("button", { name: "Actions for Helena Brandt" }).click();
  await expect(admin.getByRole("menuitem")).toHaveText(["Edit"]);
});
