import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

function unique(name: string): string {
  return `${name} ${Date.now().toString(36)}`;
}

async function remove(page: Page, name: string): Promise<void> {
  await page.goto("/admin/categories");
  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText(`The category ${name} is deleted.`)).toBeVisible();
  await expect(page.locator(`[data-category="${name}"]`)).toHaveCount(0);
}

test("a manager makes a category with fields, which the form for a new ticket asks for", async ({
  signedIn,
}) => {
  const name = unique("Moorings");
  const { page } = await signedIn("manager");
  await page.getByRole("link", { name: "Admin", exact: true }).click();
  await expect(page.locator("[data-category='Course access']")).toBeVisible();
  await expect(page.locator("[data-category='Hardware']")).toHaveCount(0);
  await page.getByRole("link", { name: "Add a category of LMS Support" }).click();
  const form = page.getByRole("form", { name: "New category" });
  await form.getByRole("textbox", { name: "Name" }).fill(name);
  await form.getByRole("button", { name: /^Icon/ }).click();
  await page.getByRole("radio", { name: "Globe" }).check();
  await page.keyboard.press("Escape");
  await form.getByRole("button", { name: "Add a field" }).click();
  await form.getByRole("button", { name: "Make the category" }).click();
  await expect(form.getByText("Enter the label")).toBeVisible();
  await form.getByRole("textbox", { name: "Label" }).fill("Berth");
  await form.getByRole("button", { name: "Add a field" }).click();
  await expect(form.getByRole("textbox", { name: "Label" })).toBeFocused();
  await page.keyboard.type("Kind of boat");
  await form.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "Choice of one" }).click();
  await form.getByRole("textbox", { name: "Options" }).fill("Sail\nMotor");
  await form.getByLabel("It must be answered").check();
  await form.getByRole("button", { name: "Move Kind of boat up" }).press("Enter");
  const fields = form.getByRole("list", { name: "Fields" }).getByRole("listitem");
  await expect(fields).toContainText(["Kind of boat", "Berth"]);
  await expect(form.getByRole("button", { name: "Move Kind of boat down" })).toBeFocused();
  const preview = page.getByRole("complementary", { name: "As requesters see it" });
  await preview.getByRole("combobox", { name: "Kind of boat" }).click();
  await expect(page.getByRole("option")).toHaveText(["Sail", "Motor"]);
  await page.keyboard.press("Escape");
  await form.getByRole("button", { name: "Make the category" }).click();
  await expect(page.locator(`[data-category="${name}"]`)).toContainText("2 fields");

  await page.goto("/tickets/new");
  await page.getByRole("combobox", { name: "Category" }).click();
  await page.getByRole("option", { name }).click();
  await expect(page.getByRole("combobox", { name: "Kind of boat" })).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await remove(page, name);
});

test("of two who edit one category, neither loses a field", async ({ signedIn }) => {
  const name = unique("Charts");
  const { page: admin } = await signedIn("admin");
  const { page: second } = await signedIn("admin");
  await admin.goto("/admin/categories/new");
  await admin.getByRole("textbox", { name: "Name" }).fill(name);
  await admin.getByRole("button", { name: "Make the category" }).click();
  await admin.getByRole("link", { name }).click();
  await second.goto("/admin/categories");
  await second.getByRole("link", { name }).click();

  for (const [page, label] of [
    [admin, "Scale"],
    [second, "Sea"],
  ] as const) {
    await page.getByRole("button", { name: "Add a field" }).click();
    await page.getByRole("form").getByRole("textbox", { name: "Label" }).fill(label);
  }
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.locator(`[data-category="${name}"]`)).toContainText("1 field");
  await admin.getByRole("button", { name: "Save" }).click();
  const notice = admin.getByRole("alert").filter({ hasText: "meanwhile" });
  await expect(notice).toContainText("Sea (text)");
  const fields = admin.getByRole("list", { name: "Fields" }).getByRole("listitem");
  await expect(fields).toContainText(["Sea", "Scale"]);
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.locator(`[data-category="${name}"]`)).toContainText("2 fields");

  await admin.getByRole("link", { name }).click();
  await admin.getByRole("textbox", { name: "Name" }).fill("Lost");
  await admin.getByRole("link", { name: "Teams" }).first().click();
  const dialog = admin.getByRole("dialog", { name: "Leave without saving?" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(admin.getByRole("textbox", { name: "Name" })).toHaveValue("Lost");
  await admin.getByRole("button", { name: "Cancel" }).click();
  await dialog.getByRole("button", { name: "Leave" }).click();
  await remove(admin, name);
});

test("agents and requesters have no such page", async ({ signedIn }) => {
  for (const role of ["agent", "requester"] as const) {
    const { page } = await signedIn(role, "/admin/categories");
    await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 360]) {
    test(`the pages of categories are accessible: ${colorScheme}, ${width} px`, async ({
      signedIn,
    }) => {
      const { page } = await signedIn("admin");
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 740 });
      await page.goto("/admin/categories");
      await expect(page.locator("[data-category]").first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("link", { name: "Course access" }).click();
      await page.getByRole("button", { name: "Add a field" }).click();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Enter the label")).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: /^Icon/ }).click();
      await expect(page.getByRole("radio", { name: "Globe" })).toBeVisible();
      await expectAccessible(page);
      const [content, screen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content).toBeLessThanOrEqual(screen as number);
    });
  }
}
