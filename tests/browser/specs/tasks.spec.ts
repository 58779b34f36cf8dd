import { expect, test } from "../support/test.ts";

test("an agent makes a task, works it off, and a colleague sees it happen", async ({
  signedIn,
}) => {
  const title = `Move the exam server ${Date.now()}`;
  const agent = await signedIn("agent");
  const manager = await signedIn("manager", "/tasks?view=team&status=ALL");
  await expect(manager.page.getByRole("heading", { name: "My team’s tasks" })).toBeVisible();
  await expect(manager.page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();

  const { page } = agent;
  const palette = page.getByRole("combobox", { name: /ticket number/ });
  await page.keyboard.press("Control+K");
  await expect(palette).toBeFocused();
  await page.keyboard.type("new task");
  await page.keyboard.press("Enter");
  const form = page.getByRole("form", { name: "New task" });
  await form.getByRole("textbox", { name: "Title" }).fill(title);
  await form.getByRole("combobox", { name: "Assignee" }).click();
  await page.getByRole("option", { name: /\(me\)$/ }).click();
  await form.getByRole("button", { name: "Make task" }).click();
  await expect(page).toHaveURL(/\/tasks\/TASK-\d+$/);
  const number = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  const row = manager.page.locator(`[data-ticket="${number}"]`);
  await expect(row).toContainText(title);
  await page.getByRole("combobox", { name: "Status" }).click();
  await page.getByRole("option", { name: "In progress" }).click();
  await expect(row).toContainText("In progress");

  await page.getByRole("textbox", { name: "Comment" }).fill("Two of the disks are in.");
  await page.getByRole("button", { name: "Send comment" }).click();
  await expect(page.getByRole("article", { name: /^Comment by/ })).toContainText(
    "Two of the disks",
  );

  await page.getByRole("navigation").getByRole("link", { name: "My tasks" }).click();
  await expect(page.locator(`[data-ticket="${number}"]`)).toContainText(title);

  await page.keyboard.press("Control+K");
  await expect(palette).toBeFocused();
  await page.keyboard.type(number.replace("-", "").toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/tasks/${number}$`));
});

test("to requesters there is no such thing as a task", async ({ signedIn }) => {
  const { page } = await signedIn("requester");
  await expect(page.getByRole("link", { name: "My tasks" })).toHaveCount(0);
  for (const path of ["/tasks", "/tasks/new"]) {
    await page.goto(path);
    await expect(page.getByText("There is no such page")).toBeVisible();
  }
  await page.goto("/tasks/TASK-0001");
  await expect(page.getByText("Task not found")).toBeVisible();
});
