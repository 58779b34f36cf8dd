import type { Locator, Page } from "@playwright/test";
import { environment } from "../support/environment.ts";
import { mailsTo } from "../support/outbox.ts";
import { expect, signIn, test } from "../support/test.ts";

/** The product's promise: what one person sends, another sees this soon after the server took it. */
const LIVE_MS = 2_000;

/** Answers how many milliseconds after the answer to the sender the other person saw it. */
async function expectLive(seen: Locator, sender: Page, send: () => Promise<void>): Promise<number> {
  const isSent = /\/api\/tickets(\/[^/]+\/comments)?$/;
  const [answeredAt, seenAt] = await Promise.all([
    sender
      .waitForResponse((it) => it.request().method() === "POST" && isSent.test(it.url()))
      .then(() => Date.now()),
    seen.waitFor().then(() => Date.now()),
    send(),
  ]);
  expect(seenAt - answeredAt, "milliseconds until it was seen").toBeLessThanOrEqual(LIVE_MS);
  return seenAt - answeredAt;
}

/** Fails once the page was loaded anew since [`markLoad`]. */
async function expectNoReload(page: Page) {
  expect(await page.evaluate(() => "loadedOnce" in window), "the page was not reloaded").toBe(true);
}

async function markLoad(page: Page) {
  await page.evaluate(() => Object.assign(window, { loadedOnce: true }));
}

/** Fills in a new ticket, up to the button that sends it. */
async function prepareTicket(page: Page, title: string): Promise<Locator> {
  await page.getByRole("link", { name: "New ticket" }).click();
  const form = page.getByRole("form", { name: "New ticket" });
  await form.getByRole("textbox", { name: "Title" }).fill(title);
  await form.getByRole("textbox", { name: "Description" }).fill("The course page stays empty.");
  await form.getByRole("combobox", { name: "Category" }).click();
  await page.getByRole("option", { name: "Course access" }).click();
  return form.getByRole("button", { name: "Raise ticket" });
}

async function write(page: Page, kind: "Public reply" | "Internal note", text: string) {
  const box = page.getByRole("region", { name: "Reply" });
  await box.getByText(kind, { exact: true }).first().click();
  await box.getByRole("textbox", { name: kind }).fill(text);
  await box
    .getByRole("button", { name: kind === "Public reply" ? "Send reply" : "Add note" })
    .click();
}

test("a requester and an agent meet without a reload, and the mails form one thread", async ({
  signedIn,
}, { annotations }) => {
  const word = `${Date.now()}`;
  const requester = await signedIn("requester");
  const agent = await signedIn("agent", "/tickets?view=team");
  await expect(agent.page.locator("[data-ticket]").first()).toBeVisible();
  await markLoad(agent.page);

  const raise = await prepareTicket(requester.page, `Marine Biology is empty ${word}`);
  const row = agent.page.locator("[data-ticket]").filter({ hasText: word });
  const listedAfter = await expectLive(row, requester.page, () => raise.click());
  annotations.push({ type: "in the agent's list after", description: `${listedAfter} ms` });
  await requester.page.waitForURL(/\/tickets\/T-\d+$/);
  await markLoad(requester.page);
  const number = (await row.getAttribute("data-ticket")) ?? "";
  expect(new URL(requester.page.url()).pathname).toBe(`/tickets/${number}`);
  await expectNoReload(agent.page);

  await row.getByRole("link").click();
  await expect(agent.page.getByRole("heading", { level: 1 })).toContainText(word);
  const note = `Between us ${word}`;
  await write(agent.page, "Internal note", note);
  await expect(agent.page.getByRole("article", { name: /^Internal note by/ })).toContainText(note);

  await agent.page.getByRole("combobox", { name: "Status" }).click();
  await agent.page.getByRole("option", { name: "In progress" }).click();
  await expect(requester.page.getByText("In progress").first()).toBeVisible();

  const reply = `Please look again ${word}`;
  const article = requester.page
    .getByRole("article", { name: /^Comment by/ })
    .filter({ hasText: reply });
  const shownAfter = await expectLive(article, agent.page, () =>
    write(agent.page, "Public reply", reply),
  );
  annotations.push({ type: "on the requester's page after", description: `${shownAfter} ms` });
  await expectNoReload(requester.page);

  const address = environment.emails.requester;
  const mailed = async () =>
    (await mailsTo(address)).filter((mail) => mail.subject?.includes(number));
  await expect
    .poll(async () => (await mailed()).some((mail) => mail.text?.includes(reply)))
    .toBe(true);
  const mails = await mailed();
  expect(mails.length, "the status and the reply are told by mail").toBeGreaterThanOrEqual(2);
  const threads = new Set(mails.map((mail) => mail.references?.split(/\s+/)[0]));
  expect([...threads], "all mails refer to the same first").toHaveLength(1);
  expect([...threads][0]).toMatch(/^<.+@.+>$/);

  expect(await agent.wire.text(), "the agent's browser had the note").toContain(note);
  expect(await requester.wire.text()).not.toContain(note);
  expect(JSON.stringify(mails)).not.toContain(note);
  await expect(requester.page.getByText(note)).toHaveCount(0);
});

test("a reply that was typed survives a reload, and is nobody else's", async ({ signedIn }) => {
  const { page } = await signedIn("requester");
  await page.locator("[data-ticket]").first().getByRole("link").click();
  const reply = page.getByRole("textbox", { name: "Public reply" });
  await reply.fill("I was about to say");
  await page.reload();
  await expect(reply).toContainText("I was about to say");

  const ticket = page.url();
  await page.context().clearCookies();
  await page.reload();
  await signIn(page, "admin");
  await page.goto(ticket);
  await expect(reply).toBeVisible();
  await expect(reply).toHaveText("");
});
