import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test("the feed tells what happens live, in groups, and is sifted by its address", async ({
  signedIn,
}) => {
  const { page } = await signedIn("agent");
  await page.getByRole("link", { name: "Activity", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Activity" })).toBeVisible();
  const feed = page.getByRole("region", { name: "Activity" });
  await expect(feed.getByRole("listitem").first()).toBeVisible();
  await expectAccessible(page);

  const requester = await Api.of("requester");
  const word = `${Date.now()}`;
  for (const name of ["first", "second", "third"]) await requester.ticket(`The ${name} ${word}`);
  await page.getByRole("button", { name: "3 new" }).click();
  const newest = feed.getByRole("listitem").first();
  await expect(newest).toContainText("raised 3 tickets");
  await newest.getByText("Show each").click();
  await expect(newest.getByRole("link", { name: `The second ${word}` })).toBeVisible();

  await page.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "Comments" }).click();
  await expect(page).toHaveURL(/group=COMMENTED/);
  await expect(feed.getByText(`The second ${word}`)).toBeHidden();
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Kind" })).toHaveValue("Comments");

  await page.goto("/activity");
  await newest.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/people\/usr_/);
  const work = page.getByRole("search", { name: "Activity" });
  await work.getByRole("combobox", { name: "Work" }).click();
  await page.getByRole("option", { name: "Tasks" }).click();
  await expect(page).toHaveURL(/type=TASK/);
  await expect(feed.getByText(`The second ${word}`)).toBeHidden();
  await expectAccessible(page);
});

test("a requester reads what happened to their own tickets", async ({ signedIn }) => {
  const word = `${Date.now()}`;
  const number = await (await Api.of("requester")).ticket(`Mine ${word}`);
  const agent = await Api.of("agent");
  await agent.post(`/api/tickets/${number}/comments`, {
    content: "<p>Between us</p>",
    isInternal: true,
  });
  await agent.post(`/api/tickets/${number}/comments`, { content: "<p>For you</p>" });
  const { page } = await signedIn("requester", "/activity");
  const entries = page.getByRole("listitem").filter({ hasText: word });
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText("added a comment");
  await expect(page.getByRole("combobox", { name: "Team" })).toHaveCount(0);
  await expectAccessible(page);
});
