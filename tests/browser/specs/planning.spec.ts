import { Api } from "../support/api.ts";
import { expect, test } from "../support/test.ts";

test("an agent plans a ticket; its requester sees when it is due, and nothing else of the plan", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const number = await (await Api.of("requester")).ticket(`Plan this ${word}`);
  const agent = await signedIn("agent");
  const requester = await signedIn("requester", `/tickets/${number}`);
  await expect(requester.page.getByRole("heading", { level: 1 })).toContainText(word);

  const { page } = agent;
  await page.goto(`/tickets/${number}`);
  const details = page.getByRole("complementary", { name: "Details" });
  const due = details.getByRole("button", { name: "Due", exact: true });
  await due.click();
  await page.getByRole("button", { name: /^15 \w+ \d+$/ }).click();
  await expect(due).not.toHaveText("No date");
  await page.keyboard.press("Escape");
  await expect(due).toHaveText("No date");
  await expect(due).toBeFocused();
  await due.click();
  await page.getByRole("button", { name: "In a week" }).click();
  await expect(page.getByRole("button", { name: "In a week" })).toHaveCount(0);
  await expect(details.getByText(/^Due in/).or(details.getByText(/^Due \d/))).toBeVisible();

  const priority = details.getByRole("combobox", { name: "Priority" });
  await priority.click();
  await page.getByRole("option", { name: "High" }).click();
  const undoing = page.getByRole("alert").filter({ hasText: `Priority of ${number} changed` });
  await expect(undoing).toContainText("Medium → High");
  await undoing.getByRole("button", { name: "Undo" }).click();
  await expect(priority).toHaveValue("Medium");

  const tag = `plan-${word}`;
  await details.getByRole("combobox", { name: "Tags" }).fill(tag.toUpperCase());
  await page.keyboard.press("Enter");
  await expect(details.getByText(tag)).toBeVisible();

  const entry = details.getByRole("textbox", { name: "New entry of the checklist" });
  const [first, second] = [`Ask the faculty ${word}`, `Tell the students ${word}`];
  for (const text of [first, second]) {
    await entry.fill(text);
    await page.keyboard.press("Enter");
    await expect(details.getByRole("checkbox", { name: text })).toBeVisible();
  }
  await details.getByRole("checkbox", { name: first }).check();
  await expect(details.getByRole("heading", { name: "Checklist" })).toContainText("1 of 2");
  await details.getByRole("checkbox", { name: second }).press("Alt+ArrowUp");
  await expect(details.getByRole("checkbox").first()).toHaveAccessibleName(second);

  await page.reload();
  await expect(details.getByRole("checkbox").first()).toHaveAccessibleName(second);
  await expect(details.getByRole("checkbox", { name: first })).toBeChecked();
  await expect(details.getByText(tag)).toBeVisible();

  const theirs = requester.page.getByRole("complementary", { name: "Details" });
  await expect(theirs.getByText(/^Due/).first()).toBeVisible();
  await requester.page.reload();
  await expect(theirs.getByText("Requester")).toBeVisible();
  await expect(theirs.getByRole("checkbox")).toHaveCount(0);
  await expect(theirs.getByRole("heading", { name: "Checklist" })).toHaveCount(0);
  const received = await requester.wire.text();
  for (const hidden of [tag, first, second]) expect(received).not.toContain(hidden);

  await details.getByRole("combobox", { name: "Team" }).click();
  await page.getByRole("option", { name: "Accounts & Access" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Give it away" }).click();
  await expect(page.getByText(`${number} was given to Accounts & Access`)).toBeVisible();
  await expect(page).toHaveURL(/\/tickets$/);
});

test("who follows a ticket is told live, and a link is there at both ends", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const api = await Api.of("requester");
  const [one, other] = [await api.ticket(`One ${word}`), await api.ticket(`Other ${word}`)];
  const { page } = await signedIn("agent", `/tickets/${one}`);
  const details = page.getByRole("complementary", { name: "Details" });

  await details.getByRole("button", { name: "Follow", exact: true }).click();
  await expect(details.getByRole("button", { name: "Unfollow" })).toBeVisible();
  await page.goto("/tickets?view=watching&status=ALL");
  await expect(page.locator(`[data-ticket="${one}"]`)).toBeVisible();

  await page.goto(`/tickets/${one}`);
  await details.getByRole("button", { name: "Add a link" }).click();
  await details.getByRole("combobox", { name: "How it stands to the other" }).click();
  await page.getByRole("option", { name: "Blocks", exact: true }).click();
  const field = details.getByRole("textbox", { name: "Number of the other" });
  await field.fill("nonsense");
  await page.keyboard.press("Enter");
  await expect(details.getByText("Type a number")).toBeVisible();
  await field.fill(other.replace(/^T-0*/, ""));
  await page.keyboard.press("Enter");
  const link = details.getByRole("link", { name: other });
  await expect(link).toContainText(`Other ${word}`);
  await link.click();
  await expect(page).toHaveURL(new RegExp(`/tickets/${other}$`));
  await expect(details.getByText("Waits for")).toBeVisible();
  await details.getByRole("button", { name: `Remove the link to ${one}` }).click();
  await expect(details.getByText("Waits for")).toHaveCount(0);
});

test("a reply is sent and the work begun by the keyboard alone, on a phone too", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const number = await (await Api.of("requester")).ticket(`Begin ${word}`);
  const agent = await signedIn("agent");
  const requester = await signedIn("requester");
  const { page } = agent;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/tickets/${number}`);
  await page.getByRole("textbox", { name: "Public reply" }).fill(`I look into it ${word}`);
  const more = page.getByRole("button", { name: "More ways to send" });
  await more.press("Enter");
  const begin = page.getByRole("menuitem", { name: "Send and set in progress" });
  await expect(begin).toBeVisible();
  await expect(page.getByRole("menuitem", { name: /cancelled/ })).toHaveCount(0);
  await begin.press("Enter");
  await expect(page.getByText("In progress").first()).toBeVisible();
  await expect(page.getByRole("article", { name: /^Comment by/ })).toContainText(
    `I look into it ${word}`,
  );

  await requester.page.goto(`/tickets/${number}`);
  await expect(requester.page.getByText("In progress").first()).toBeVisible();
  await expect(requester.page.getByRole("button", { name: "More ways to send" })).toHaveCount(0);
});

test("an answer is quoted, changed and removed in its place", async ({ signedIn }) => {
  const word = `${Date.now()}`;
  const number = await (await Api.of("requester")).ticket(`Talk ${word}`);
  const agent = await signedIn("agent");
  const requester = await signedIn("requester", `/tickets/${number}`);
  await agent.page.goto(`/tickets/${number}`);
  const { page } = agent;
  await page.getByRole("textbox", { name: "Public reply" }).fill(`First ${word}`);
  await page.keyboard.press("Control+Enter");
  const mine = page.getByRole("article", { name: /^Comment by/ }).filter({ hasText: word });
  const theirs = requester.page
    .getByRole("article", { name: /^Comment by/ })
    .filter({ hasText: word });
  await expect(theirs).toContainText(`First ${word}`);

  await mine.getByRole("button", { name: /^More of/ }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await mine.getByRole("textbox", { name: "Comment" }).fill(`Second ${word}`);
  await page.keyboard.press("Control+Enter");
  await expect(mine).toContainText("edited");
  await expect(theirs).toContainText(`Second ${word}`);
  await expect(theirs).toContainText("edited");

  await theirs.getByRole("button", { name: /^More of/ }).click();
  await expect(requester.page.getByRole("menuitem", { name: "Edit" })).toHaveCount(0);
  await requester.page.getByRole("menuitem", { name: "Quote in a reply" }).click();
  const reply = requester.page.getByRole("textbox", { name: "Public reply" });
  await expect(reply.locator("blockquote")).toContainText(`Second ${word}`);
  await expect(reply).toBeFocused();

  await mine.getByRole("button", { name: /^More of/ }).click();
  await page.getByRole("menuitem", { name: "Remove…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(mine).toHaveCount(0);
  await expect(theirs).toHaveCount(0);
});
