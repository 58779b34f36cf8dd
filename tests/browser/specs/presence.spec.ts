import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { Connection } from "../support/connection.ts";
import { environment } from "../support/environment.ts";
import { expect, signIn, test } from "../support/test.ts";

function reply(page: Page, kind: "Public reply" | "Internal note") {
  return page.getByRole("region", { name: "Reply" }).getByRole("textbox", { name: kind });
}

async function choose(page: Page, kind: "Public reply" | "Internal note") {
  const box = page.getByRole("region", { name: "Reply" });
  await box.getByText(kind, { exact: true }).first().click();
}

test("two colleagues on a ticket see each other, and who replies; the requester sees replies alone", async ({
  signedIn,
}) => {
  // Three people sign in, each in a browser of their own.
  test.slow();
  const number = await (await Api.of("requester")).ticket(`Presence ${Date.now()}`);
  const agent = await signedIn("agent", `/tickets/${number}`);
  await expect(agent.page.getByRole("heading", { level: 1 })).toBeVisible();
  const manager = await signedIn("manager", `/tickets/${number}`);
  await expect(agent.page.getByText(/^\S.* is viewing$/)).toBeVisible();
  await expect(manager.page.getByText(/^\S.* is viewing$/)).toBeVisible();
  const requester = await signedIn("requester", `/tickets/${number}`);
  await expect(agent.page.getByText(/ and .* are viewing$/)).toBeVisible();

  await reply(agent.page, "Public reply").pressSequentially("We are looking");
  await expect(manager.page.getByText(/ is replying…$/)).toBeVisible();
  await expect(requester.page.getByText(/ is replying…$/)).toBeVisible();
  await expectAccessible(manager.page);

  await choose(agent.page, "Internal note");
  await reply(agent.page, "Internal note").pressSequentially(" closely");
  await expect(manager.page.getByText(/ is writing an internal note…$/)).toBeVisible();
  await expect(requester.page.getByText(/ is replying…$/)).toBeHidden();
  expect(await requester.wire.text()).not.toContain("user:viewing");

  await reply(manager.page, "Public reply").pressSequentially("Me too");
  await expect(agent.page.getByText(/ is replying…$/)).toBeVisible();
  await manager.page.getByRole("button", { name: "Send reply" }).click();
  await expect(agent.page.getByText(/ is replying…$/)).toBeHidden();

  await requester.page.close();
  await manager.page.goto("/tickets");
  await expect(agent.page.getByText(/ (is|are) viewing$/)).toBeHidden();
});

test("who was cut off is seen again, and sees again who is there", async ({
  signedIn,
  page: cutOff,
}) => {
  test.slow();
  const number = await (await Api.of("requester")).ticket(`Cut off ${Date.now()}`);
  const agent = await signedIn("agent", `/tickets/${number}`);
  const connection = await Connection.of(cutOff);
  await signIn(cutOff, "manager");
  await cutOff.goto(`/tickets/${number}`);
  await expect(agent.page.getByText(/ is viewing$/)).toBeVisible({ timeout: 20_000 });
  await expect(cutOff.getByText(/ is viewing$/)).toBeVisible();
  await connection.cut();
  await expect(agent.page.getByText(/ is viewing$/)).toBeHidden();
  await expect(cutOff.getByText(/ is viewing$/)).toBeHidden();
  await connection.restore();
  await expect(agent.page.getByText(/ is viewing$/)).toBeVisible({ timeout: 20_000 });
  await expect(cutOff.getByText(/ is viewing$/)).toBeVisible();
});

test("a colleague who signs in is online, in the list of people too", async ({ signedIn }) => {
  const manager = await signedIn("manager", "/people?role=AGENT");
  const row = manager.page.locator(`[data-person="${environment.emails.agent}"]`);
  await expect(row).toBeVisible();
  const agent = await signedIn("agent");
  await expect(row.getByText("Online")).toBeAttached();
  await agent.page.close();
  await expect(row.getByText("Online")).not.toBeAttached({ timeout: 20_000 });
});
