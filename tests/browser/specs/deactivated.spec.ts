import type { Page } from "@playwright/test";
import { type MadePerson, somebody } from "../support/accounts.ts";
import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

interface Colleague extends MadePerson {
  id: string;
}

/** An agent of the team whose queue the sample agent works off. */
async function colleague(admin: Api, name: string): Promise<Colleague> {
  const person = somebody(name);
  const { id } = await admin.post<{ id: string }>("/api/users", {
    ...person,
    role: "AGENT",
    teamIds: [await teamId(admin)],
  });
  return { ...person, id };
}

async function colleagues(admin: Api, one: string, other: string): Promise<[Colleague, Colleague]> {
  return Promise.all([colleague(admin, one), colleague(admin, other)]);
}

async function teamId(admin: Api): Promise<string> {
  const { items } = await admin.get<{ items: { id: string; name: string }[] }>("/api/teams");
  return items.find(({ name }) => name === "LMS Support")?.id as string;
}

/** Something to do for the person; answers its number. */
async function give(admin: Api, { id }: Colleague, kind: "tickets" | "tasks"): Promise<string> {
  const body = { title: "Left behind", teamId: await teamId(admin), assigneeId: id };
  return (await admin.post<{ number: string }>(`/api/${kind}`, body)).number;
}

async function deactivate(admin: Api, { id }: Colleague): Promise<void> {
  const { version } = await admin.get<{ version: number }>(`/api/users/${id}`);
  await admin.patch(`/api/users/${id}`, { isActive: false }, version);
}

function reassigning(page: Page, { name }: Colleague) {
  return page.getByRole("dialog", { name: `Reassign the open work of ${name}` });
}

test("whoever is deactivated has their open work told, and given to others before or after", async ({
  signedIn,
}) => {
  const api = await Api.of("admin");
  const [leaver, heir] = await colleagues(api, "Odile Reef", "Tilo Buoy");
  await Promise.all(
    (["tickets", "tickets", "tasks"] as const).map((kind) => give(api, leaver, kind)),
  );
  const { page } = await signedIn("admin", `/admin/users?name=${encodeURIComponent(leaver.name)}`);
  await page.getByRole("button", { name: `Actions for ${leaver.name}` }).click();
  await page.getByRole("menuitem", { name: "Deactivate" }).click();
  const question = page.getByRole("dialog", { name: `Deactivate ${leaver.name}?` });
  await expect(question).toContainText("They have 2 tickets and 1 task open.");

  await question.getByRole("button", { name: "Reassign it first" }).click();
  const dialog = reassigning(page, leaver);
  await dialog.getByRole("checkbox", { name: "2 tickets" }).uncheck();
  await dialog.getByRole("radio", { name: /^Nobody/ }).check();
  await dialog.getByRole("button", { name: "Reassign" }).click();
  await expect(dialog).toContainText("1 task is in the queue of its team now.");
  await expect(dialog).toContainText(`${leaver.name} has 2 tickets open now.`);
  await expect(dialog.locator(":focus"), "the keyboard stays in the dialog").toHaveCount(1);
  await dialog.getByRole("button", { name: "Undo" }).click();
  await expect(dialog).toContainText(`1 task is with ${leaver.name} again.`);
  await dialog.getByRole("button", { name: "Done" }).click();

  await expect(question).toContainText("They have 2 tickets and 1 task open.");
  await question.getByRole("button", { name: "Deactivate" }).click();
  await page.getByRole("button", { name: "Reassign their open work" }).click();
  await dialog.getByRole("button", { name: "Reassign" }).click();
  await expect(dialog.getByText("Choose a colleague", { exact: true })).toBeVisible();
  await dialog.getByRole("combobox", { name: "Colleague" }).fill(heir.name);
  await page.getByRole("option", { name: heir.name }).click();
  await dialog.getByRole("button", { name: "Reassign" }).click();
  await expect(dialog).toContainText(`2 tickets and 1 task are with ${heir.name} now.`);
  await expectAccessible(page);

  await dialog.getByRole("button", { name: "Give it to somebody else" }).click();
  await dialog.getByRole("checkbox", { name: "1 task" }).uncheck();
  await dialog.getByRole("radio", { name: /^Nobody/ }).check();
  await dialog.getByRole("button", { name: "Reassign" }).click();
  await expect(dialog).toContainText("2 tickets are in the queues of their teams now.");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.locator(`[data-person="${leaver.email}"]`)).toContainText("Deactivated");
  await page.goto(`/people/${heir.id}`);
  await expect(page.getByRole("link", { name: "1 task", exact: true })).toBeVisible();
});

test("staff see who can no longer work on something, and requesters do not ask", async ({
  signedIn,
}) => {
  const api = await Api.of("admin");
  const leaver = await colleague(api, "Nanna Shoal");
  const number = await give(api, leaver, "tickets");
  const asked = await (await Api.of("requester")).ticket("Left behind by Nanna");
  const { ticket } = await api.get<{ ticket: { id: string } }>(`/api/tickets/${asked}`);
  await api.post("/api/tickets/bulk", { ids: [ticket.id], change: { assigneeId: leaver.id } });
  await deactivate(api, leaver);

  const requester = await signedIn("requester");
  const people: string[] = [];
  requester.page.on("request", (request) => {
    if (/\/api\/users(\?|$)/.test(request.url())) people.push(request.url());
  });
  await requester.page.goto(`/tickets/${asked}`);
  const details = requester.page.getByRole("complementary", { name: "Details" });
  await expect(details).toContainText(leaver.name);
  await expect(details).not.toContainText("Deactivated");
  expect(people).toEqual([]);

  const { page } = await signedIn("agent", `/people/${leaver.id}`);
  await page.getByRole("link", { name: "2 tickets" }).click();
  const row = page.locator(`[data-ticket="${number}"]`);
  await expect(row).toContainText("Deactivated");
  await expect(page.getByRole("list", { name: "Filters in use" })).toContainText(
    `Assignee: ${leaver.name} (deactivated)`,
  );
  await expect(page.getByRole("note")).toContainText(`${leaver.name} is deactivated.`);
  await expectAccessible(page);
  await row.getByRole("link").click();
  await expect(page.getByRole("combobox", { name: "Assignee" })).toHaveValue(
    `${leaver.name} (deactivated)`,
  );

  await page.getByRole("button", { name: "Reassign their open work" }).click();
  const dialog = reassigning(page, leaver);
  await dialog.getByRole("radio", { name: /^Nobody/ }).check();
  await dialog.getByRole("button", { name: "Reassign" }).click();
  await expect(dialog).toContainText("2 tickets are in the queues of their teams now.");
  await expect(dialog.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("combobox", { name: "Assignee" })).toHaveValue("");
  await expect(page.getByRole("note")).toHaveCount(0);
});

test("what is refused is named with the reason, and stays where it was", async ({ signedIn }) => {
  const api = await Api.of("admin");
  const [leaver, heir] = await colleagues(api, "Ragna Cove", "Piet Shore");
  const number = await give(api, leaver, "tickets");
  const { page } = await signedIn("admin", `/people/${leaver.id}`);
  await page.getByRole("button", { name: "Reassign their open work" }).click();
  const dialog = reassigning(page, leaver);
  await dialog.getByRole("combobox", { name: "Colleague" }).fill(heir.name);
  await page.getByRole("option", { name: heir.name }).click();
  await deactivate(api, heir);
  await dialog.getByRole("button", { name: "Reassign" }).click();
  await expect(dialog).toContainText("Nothing was changed.");
  await expect(dialog).toContainText("1 ticket could not be changed, and is as before:");
  await expect(dialog.getByRole("link", { name: number })).toBeVisible();
  await expect(dialog).toContainText("Must be the id of an active person");
  await dialog.getByRole("button", { name: "Reassign what is left" }).click();
  await expect(dialog.getByRole("checkbox", { name: "1 ticket" })).toBeChecked();
});
