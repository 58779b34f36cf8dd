import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

/** A ticket of the agent's team, with a reply that the agent has edited twice. */
async function editedTicket(word: string): Promise<string> {
  const number = await (await Api.of("requester")).ticket(`Versions ${word}`);
  const agent = await Api.of("agent");
  const { id } = await agent.post<{ id: string }>(`/api/tickets/${number}/comments`, {
    content: `<p>Come on Monday ${word}</p>`,
  });
  await agent.patch(`/api/comments/${id}`, { content: `<p>Come on Tuesday ${word}</p>` });
  await agent.patch(`/api/comments/${id}`, { content: `<p>Come on Friday ${word}</p>` });
  return number;
}

test("staff read what an edited comment said before; its requester sees that it was edited", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const number = await editedTicket(word);
  const { page } = await signedIn("agent", `/tickets/${number}`);
  const edited = page.getByRole("button", { name: "edited" });
  await edited.click();
  const versions = page.getByRole("dialog", { name: "Versions of this comment" });
  const entries = versions.getByRole("listitem");
  await expect(entries).toHaveCount(3);
  await expect(entries.first().locator("del")).toContainText("Tuesday");
  await expect(entries.first().locator("ins")).toContainText("Friday");
  await expect(entries.last()).toContainText(`Come on Monday ${word}`);
  await versions.getByText("As it read").click();
  await expect(entries.nth(1)).toContainText(`Come on Tuesday ${word}`);
  await expect(versions.locator("del")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(edited).toBeFocused();

  const requester = await signedIn("requester", `/tickets/${number}`);
  const comment = requester.page.getByRole("article", { name: /^Comment by/ });
  await expect(comment).toContainText("edited");
  await expect(requester.page.getByRole("button", { name: "edited" })).toHaveCount(0);
  expect(await requester.wire.text()).not.toContain(`Come on Monday ${word}`);
});

test("the activity is narrowed to a kind, and like changes are one line", async ({ signedIn }) => {
  const word = `${Date.now()}`;
  const number = await editedTicket(word);
  const { page } = await signedIn("agent", `/tickets/${number}`);
  await page.getByRole("combobox", { name: "Status" }).click();
  await page.getByRole("option", { name: "In progress" }).click();
  await page.getByRole("tab", { name: "Activity" }).click();
  const activity = page.getByRole("region", { name: "Activity" });
  await expect(activity).toContainText("raised this ticket");
  await expect(activity.getByText("edited a comment")).toHaveCount(1);
  await activity.getByRole("button", { name: "In 2 steps" }).click();
  await expect(activity.getByRole("listitem").getByRole("listitem")).toHaveCount(2);

  await activity.getByText("Status and assignment").click();
  await expect(activity).toContainText("changed the status from Open to In progress");
  await expect(activity).not.toContainText("edited a comment");
  await expect(activity).toContainText("end of the list");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 360]) {
    test.describe(`${colorScheme} at ${width} pixels`, () => {
      test.use({
        contextOptions: { colorScheme, reducedMotion: "reduce", viewport: { width, height: 800 } },
      });

      test("versions and activity are accessible and fit", async ({ signedIn }) => {
        const number = await editedTicket(`${Date.now()}`);
        const { page } = await signedIn("agent", `/tickets/${number}`);
        await page.getByRole("button", { name: "edited" }).click();
        await expect(page.getByRole("dialog").locator("ins").first()).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await page.getByRole("tab", { name: "Activity" }).click();
        await page.getByRole("button", { name: "In 2 steps" }).click();
        await expectAccessible(page);
        const isWider = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(isWider).toBe(false);
      });
    });
  }
}
