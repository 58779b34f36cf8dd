import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

function macroButton(page: Page) {
  return page.getByRole("button", { name: "Macros" });
}

test("a macro is written once, and says and does everything on a ticket with one click", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const name = `Ask ${word}`;
  const number = await (await Api.of("requester")).ticket(`Unclear ${word}`);
  const { page } = await signedIn("agent");

  await page.goto("/settings/macros");
  await page.getByRole("button", { name: "New macro" }).click();
  const form = page.getByRole("dialog", { name: "New macro" });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Give it a name")).toBeVisible();
  await form.getByLabel("Name", { exact: true }).fill(name);
  await form.getByRole("textbox", { name: "What it says" }).pressSequentially("Hi ");
  await form.getByRole("button", { name: "Insert a variable" }).click();
  await page.getByRole("menuitem", { name: "Requester’s first name" }).click();
  await expect(form.getByText("{{requester.firstName}}")).toBeVisible();
  await form.getByRole("button", { name: "Preview" }).click();
  await expect(form.getByText("Hi Jonas")).toBeVisible();
  await form.getByRole("combobox", { name: "Priority" }).click();
  await page.getByRole("option", { name: "High" }).click();
  await form.getByRole("combobox", { name: "Tags to add" }).fill(`asked-${word}`);
  await page.keyboard.press("Enter");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name, exact: true })).toBeVisible();

  await page.goto(`/tickets/${number}`);
  const reply = page.getByRole("textbox", { name: "Public reply" });
  await reply.click();
  await page.keyboard.press("/");
  const list = page.getByRole("dialog", { name: "Macros" });
  await list.getByRole("combobox", { name: "Find a macro" }).fill(word);
  await expect(list.getByRole("option")).toHaveCount(1);
  await expect(list.getByRole("region", { name: "Preview" })).not.toContainText("{{");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(list).toHaveCount(0);
  await expect(reply).toContainText("Hi Maya");
  const does = page.getByRole("region", { name: `What “${name}” does besides` });
  await expect(does).toContainText("Priority → High");
  await expect(does).toContainText(`+ asked-${word}`);

  // What was begun outlives a reload, and the words may be edited first.
  await page.reload();
  await expect(does).toBeVisible();
  await reply.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(", which room?");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Hi Maya, which room?")).toBeVisible();
  await expect(does).toHaveCount(0);
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("combobox", { name: "Priority" })).toHaveValue("High");
  await expect(details.getByText(`asked-${word}`)).toBeVisible();

  await page.goto("/settings/macros");
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
});

test("a macro without words is applied at once and taken back, and a refused one does nothing", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const number = await (await Api.of("requester")).ticket(`Urgent ${word}`);
  const api = await Api.of("agent");
  await api.post("/api/macros", { name: `Escalate ${word}`, actions: { priority: "CRITICAL" } });
  await api.post("/api/macros", { name: `Shut ${word}`, actions: { status: "CLOSED" } });
  const { page } = await signedIn("agent", `/tickets/${number}`);
  const priority = page.getByRole("combobox", { name: "Priority" });
  await expect(macroButton(page)).toBeVisible();

  await page.keyboard.press("Control+m");
  await page.getByRole("combobox", { name: "Find a macro" }).fill(`Escalate ${word}`);
  await page.getByRole("option", { name: `Escalate ${word}` }).click();
  await expect(priority).toHaveValue("Critical");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(priority).toHaveValue("Medium");

  await macroButton(page).click();
  await page.getByRole("combobox", { name: "Find a macro" }).fill(`Shut ${word}`);
  await page.getByRole("option", { name: `Shut ${word}` }).click();
  await expect(page.getByText(`“Shut ${word}” was not applied`)).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Status" })).toHaveValue("Open");
  for (const name of [`Escalate ${word}`, `Shut ${word}`]) {
    await page.goto("/settings/macros");
    await page.getByRole("button", { name: `Actions for ${name}` }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
  }
});

test("managers look after the macros of their teams, and requesters have none", async ({
  signedIn,
}) => {
  const { page } = await signedIn("manager", "/admin");
  await page
    .getByRole("navigation", { name: "Admin" })
    .getByRole("link", { name: "Macros" })
    .click();
  await expect(page.getByRole("heading", { name: "Macros", level: 1 })).toBeVisible();
  await page.getByRole("combobox", { name: "Whose macros" }).click();
  await expect(page.getByRole("option", { name: "Everyone’s" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.goto("/admin/users");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Users");
  const requester = await signedIn("requester", "/settings/macros");
  await expect(requester.page.getByRole("button", { name: "New macro" })).toHaveCount(0);
});
