import type { Page } from "@playwright/test";
import { invite, somebody } from "../support/accounts.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

function tag(): string {
  return Date.now().toString(36);
}

/** The admin, who is signed in there, makes a team; its page is shown then. */
async function makeTeam(admin: Page, name: string): Promise<void> {
  await admin.goto("/admin/teams");
  await admin.getByRole("button", { name: "New team" }).click();
  const dialog = admin.getByRole("dialog", { name: "New team" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Description").fill("Boats and their moorings");
  await dialog.getByRole("radio", { name: "Teal" }).check();
  await dialog.getByRole("button", { name: "Make the team" }).click();
  await expect(admin.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function act(admin: Page, name: string, action: string) {
  await admin.goto("/admin/teams");
  await admin.getByRole("button", { name: `Actions for ${name}` }).click();
  await admin.getByRole("menuitem", { name: action }).click();
  return admin.getByRole("dialog");
}

test("a team is made, gets people, and is deleted once nothing belongs to it", async ({
  signedIn,
}) => {
  const { page: admin } = await signedIn("admin");
  const person = somebody("Mila Anchor");
  await invite(admin, person);
  const name = `Harbour ${tag()}`;
  await makeTeam(admin, name);
  await expect(admin.getByText("No members yet")).toBeVisible();

  await admin.getByRole("combobox", { name: "Add a person" }).fill(person.name);
  await admin.getByRole("option", { name: new RegExp(person.name) }).click();
  const members = admin.getByRole("region", { name: "Members" });
  const row = members.getByRole("listitem").filter({ hasText: person.email });
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: `Take ${person.name} out of the team` }).click();
  await expect(row).toHaveCount(0);
  await admin.getByRole("button", { name: "Undo" }).last().click();
  await expect(row).toBeVisible();

  const held = await act(admin, name, "Delete");
  await expect(held).toContainText("1 person is in it.");
  await expect(held.getByRole("button", { name: "Delete for good" })).toBeDisabled();
  await held.getByRole("link", { name: "Take them out" }).click();
  await row.getByRole("button", { name: `Take ${person.name} out of the team` }).click();
  await expect(admin.getByText("No members yet")).toBeVisible();

  const free = await act(admin, name, "Delete");
  await expect(free).toContainText("This cannot be taken back");
  await free.getByRole("button", { name: "Delete for good" }).click();
  await expect(admin.getByText(`The team ${name} is deleted.`)).toBeVisible();
  await expect(admin.locator(`[data-team="${name}"]`)).toHaveCount(0);
});

test("of two who edit one team, the second sees what the first changed", async ({ signedIn }) => {
  const { page: admin } = await signedIn("admin");
  const { page: second } = await signedIn("admin");
  const name = `Pilots ${tag()}`;
  await makeTeam(admin, name);

  const mine = await act(admin, name, "Edit");
  const theirs = await act(second, name, "Edit");
  await theirs.getByLabel("Description").fill("They bring ships in");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs).toHaveCount(0);

  await mine.getByLabel("Name").fill(`${name} of the bay`);
  await mine.getByRole("button", { name: "Save" }).click();
  const notice = mine.getByRole("alert");
  await expect(notice).toContainText("Somebody changed this team meanwhile");
  await expect(notice).toContainText("They bring ships in");
  await expect(mine.getByLabel("Name")).toHaveValue(`${name} of the bay`);
  await expect(mine.getByLabel("Description")).toHaveValue("They bring ships in");
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(mine).toHaveCount(0);
  await expect(admin.locator(`[data-team="${name} of the bay"]`)).toContainText(
    "They bring ships in",
  );

  const taken = await act(admin, `${name} of the bay`, "Edit");
  await taken.getByLabel("Name").fill("LMS Support");
  await taken.getByRole("button", { name: "Save" }).click();
  await expect(taken.getByText(/another team/i)).toBeVisible();
  await taken.getByRole("button", { name: "Cancel" }).click();
  const gone = await act(admin, `${name} of the bay`, "Delete");
  await gone.getByRole("button", { name: "Delete for good" }).click();
  await expect(gone).toHaveCount(0);
});

test("a manager edits the own team on its page, and no other", async ({ signedIn }) => {
  const { page } = await signedIn("manager", "/teams");
  await page.getByRole("link", { name: "LMS Support" }).click();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText("Edit LMS Support");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Take Amara Diallo out of the team" }).click();
  await expect(page.getByRole("dialog")).toContainText("You no longer see the team’s tickets");
  await page.getByRole("button", { name: "Cancel" }).click();

  await page.goto("/teams");
  await page.getByRole("link", { name: "IT Support" }).click();
  await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit", exact: true })).toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "Add a person" })).toHaveCount(0);
  await page.goto("/admin/teams");
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 360]) {
    test(`the pages of teams are accessible: ${colorScheme}, ${width} px`, async ({ signedIn }) => {
      const { page } = await signedIn("admin");
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 740 });
      await page.goto("/admin/teams");
      await expect(page.locator("[data-team]").first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "New team" }).click();
      await page.getByRole("button", { name: "Make the team" }).click();
      await expect(page.getByText("Enter the name")).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      for (const action of ["Edit", "Delete"]) {
        const dialog = await act(page, "LMS Support", action);
        await expect(dialog).not.toContainText("Looking at");
        await expectAccessible(page);
        await page.keyboard.press("Escape");
      }
      await page.goto("/admin/teams");
      await page.getByRole("link", { name: "LMS Support" }).click();
      await expect(page.getByRole("combobox", { name: "Add a person" })).toBeVisible();
      const members = page.getByRole("region", { name: "Members" });
      await expect(members.getByRole("listitem").filter({ hasText: "Amara" })).toBeVisible();
      await expectAccessible(page);
    });
  }
}
