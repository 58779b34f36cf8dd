import { Api } from "../support/api.ts";
import { expect, test } from "../support/test.ts";

test("one ticket is merged into another, and each says so", async ({ signedIn }) => {
  const word = `${Date.now()}`;
  const api = await Api.of("requester");
  const [source, target] = [await api.ticket(`Again ${word}`), await api.ticket(`First ${word}`)];
  const said = `It is still empty ${word}`;
  await api.post(`/api/tickets/${source}/comments`, { content: `<p>${said}</p>` });

  const { page } = await signedIn("agent", `/tickets/${source}`);
  const menu = page.getByRole("button", { name: "More of this ticket" });
  const merge = page.getByRole("menuitem", { name: "Merge into another…" });
  await menu.click();
  await merge.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("cannot be undone");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(menu, "the keyboard is back where it was").toBeFocused();
  await menu.click();
  await merge.click();
  const field = dialog.getByRole("textbox", { name: "The ticket that goes on" });
  await field.fill(source);
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("Choose another ticket than this");
  await field.fill(target);
  await expect(dialog.getByRole("status")).toContainText(`First ${word}`);
  await dialog.getByRole("button", { name: `Merge into ${target}` }).click();

  await expect(page).toHaveURL(new RegExp(`/tickets/${target}$`));
  await expect(page.getByText(said)).toBeVisible();
  await page.goto(`/tickets/${source}`);
  const note = page.getByRole("note").filter({ hasText: "Merged into" });
  await expect(note.getByRole("link", { name: target })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Public reply" })).toHaveCount(0);
});

test("an admin deletes a ticket, takes it back, and restores it from its page", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const number = await (await Api.of("requester")).ticket(`Away with it ${word}`);
  const { page } = await signedIn("admin", `/tickets/${number}`);
  const remove = async () => {
    await page.getByRole("button", { name: "More of this ticket" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
  };
  const note = page.getByRole("note").filter({ hasText: "was deleted" });
  await remove();
  await expect(note).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(note).toHaveCount(0);

  await remove();
  await expect(note).toBeVisible();
  await page.goto("/tickets?view=deleted");
  await page.locator(`[data-ticket="${number}"]`).getByRole("link").click();
  await note.getByRole("button", { name: "Restore" }).click();
  await expect(note).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Public reply" })).toBeVisible();
});

test("a requester takes up a closed ticket again", async ({ signedIn }) => {
  const word = `${Date.now()}`;
  const number = await (await Api.of("requester")).ticket(`Closed too soon ${word}`);
  const { page } = await signedIn("requester", `/tickets/${number}`);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("note").getByRole("button", { name: "Take it up again" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "What is the matter now?" }).fill("It is empty again.");
  await dialog.getByRole("button", { name: "Raise ticket" }).click();
  await expect(page).not.toHaveURL(new RegExp(`${number}$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(word);
  await expect(page.getByText("It is empty again.")).toBeVisible();
});
