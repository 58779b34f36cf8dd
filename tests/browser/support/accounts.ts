import type { Page } from "@playwright/test";
import { environment } from "./environment.ts";
import { mailsTo } from "./outbox.ts";
import { expect } from "./test.ts";

/** Somebody who is made for one test, so that the sample people stay as they are. */
export interface MadePerson {
  name: string;
  email: string;
}

export function somebody(name: string): MadePerson {
  const tag = `${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`;
  return {
    name: `${name} ${tag}`,
    email: `${name.toLowerCase().replaceAll(" ", ".")}.${tag}@seaversity.example`,
  };
}

/** The admin, who is signed in there, invites the person. */
export async function invite(admin: Page, person: MadePerson): Promise<void> {
  await admin.goto("/admin/users");
  await admin.getByRole("button", { name: "Invite a person" }).click();
  const dialog = admin.getByRole("dialog", { name: "Invite a person" });
  await dialog.getByLabel("Name").fill(person.name);
  await dialog.getByLabel("E-mail").fill(person.email);
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(admin.getByText(`${person.name} is invited`)).toBeVisible();
  await expect(dialog).toHaveCount(0);
}

/** The newest link to this page that was mailed to the address, on the origin that is tested. */
export async function mailedLink(
  email: string,
  page: "welcome" | "reset-password",
): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        const texts = (await mailsTo(email)).map(({ text }) => text ?? "");
        const links = texts.flatMap(
          (text) => text.match(new RegExp(`https?://\\S+/${page}#token=\\S+`, "g")) ?? [],
        );
        link = links.at(-1);
        return link;
      },
      { timeout: 30_000, message: `a mail with a link to ${page}` },
    )
    .toBeDefined();
  const { pathname, hash } = new URL(link as string);
  return environment.baseUrl + pathname + hash;
}

/** Opens the link of a mail, and chooses the password there. */
export async function choosePassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("textbox", { name: "New password" }).fill(password);
  await page.getByRole("button", { name: "Save the password" }).click();
  await expect(page.getByText("Your password is set. Sign in with it.")).toBeVisible();
}

/** Types e-mail and password; a code may be asked for next. */
export async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Invited by the admin, with a password, and signed in on this page. */
export async function newcomer(
  admin: Page,
  page: Page,
  name: string,
  password: string,
): Promise<MadePerson> {
  const person = somebody(name);
  await invite(admin, person);
  await choosePassword(page, await mailedLink(person.email, "welcome"), password);
  await enter(page, person.email, password);
  await expect(page.getByRole("link", { name: "New ticket" })).toBeVisible();
  return person;
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
}
