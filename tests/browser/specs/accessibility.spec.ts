import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

interface Visited {
  name: string;
  path: string;
  isReady: (page: Page) => Promise<void>;
}

function heading(name: string) {
  return (page: Page) => expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

const OPEN_PAGES: Visited[] = [
  {
    name: "forgotten password",
    path: "/forgot-password",
    isReady: heading("Forgot your password?"),
  },
  {
    name: "new password",
    path: "/reset-password#token=none",
    isReady: heading("Choose a new password"),
  },
  {
    name: "incomplete invitation",
    path: "/welcome",
    isReady: heading("This invitation is incomplete"),
  },
];

const PAGES: Visited[] = [
  {
    name: "list",
    path: "/tickets?view=team",
    isReady: (page) => expect(page.locator("[data-ticket]").first()).toBeVisible(),
  },
  {
    name: "empty list",
    path: "/tickets?view=created&status=ON_HOLD",
    isReady: (page) => expect(page.getByRole("main")).toContainText("No tickets"),
  },
  {
    name: "new ticket",
    path: "/tickets/new",
    isReady: (page) => expect(page.getByRole("textbox", { name: "Description" })).toBeVisible(),
  },
  {
    name: "tasks",
    path: "/tasks?view=team&status=ALL",
    isReady: heading("My team’s tasks"),
  },
  {
    name: "new task",
    path: "/tasks/new",
    isReady: (page) => expect(page.getByRole("textbox", { name: "Description" })).toBeVisible(),
  },
  {
    name: "unknown task",
    path: "/tasks/TASK-99999",
    isReady: heading("Task not found"),
  },
  {
    name: "unknown ticket",
    path: "/tickets/T-9999",
    isReady: (page) => expect(page.getByText("Ticket not found")).toBeVisible(),
  },
];

const PEOPLE_PAGES: Visited[] = [
  {
    name: "people",
    path: "/people",
    isReady: (page) => expect(page.locator("[data-person]").first()).toBeVisible(),
  },
  {
    name: "nobody",
    path: "/people?name=zzzz&status=deactivated",
    isReady: (page) => expect(page.getByText("Nobody matches")).toBeVisible(),
  },
  {
    name: "unknown person",
    path: `/people/usr_${"0".repeat(32)}`,
    isReady: heading("Person not found"),
  },
  {
    name: "teams",
    path: "/teams",
    isReady: (page) => expect(page.locator("[data-team]").first()).toBeVisible(),
  },
  { name: "profile", path: "/settings/profile", isReady: heading("Profile") },
  {
    name: "security",
    path: "/settings/security",
    isReady: (page) => expect(page.getByText("This browser")).toBeVisible(),
  },
  {
    name: "notifications",
    path: "/settings/notifications",
    isReady: async (page) => {
      await expect(page.getByText("What you are told of").first()).toBeVisible();
      await expect(page.getByRole("button", { name: "Tell me in this browser" })).toBeEnabled();
    },
  },
  { name: "macros", path: "/settings/macros", isReady: heading("Macros") },
];

async function visit(page: Page, pages: Visited[]): Promise<void> {
  for (const { name, path, isReady } of pages) {
    await test.step(name, async () => {
      await page.goto(path);
      await isReady(page);
      await expectAccessible(page);
    });
  }
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { colorScheme, reducedMotion: "reduce" } });

    test("sign-in", async ({ page }) => {
      await page.goto("/sign-in");
      await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByText("Enter your e-mail address")).toBeVisible();
      await expectAccessible(page);
    });

    test("pages that are there without signing in", async ({ page }) => {
      await visit(page, OPEN_PAGES);
    });

    test("pages of an agent", async ({ signedIn }) => {
      const { page } = await signedIn("agent");
      await visit(page, PAGES);
    });

    test("pages about people, and settings", async ({ signedIn }) => {
      const { page } = await signedIn("agent");
      await visit(page, PEOPLE_PAGES);
      await page.goto("/people?name=Amara");
      await page.locator("[data-person]").getByRole("link").click();
      await expect(page.getByRole("link", { name: "Write a mail" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("link", { name: "LMS Support" }).click();
      await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
      const members = page.getByRole("region", { name: "Members" });
      await expect(members.getByRole("listitem").filter({ hasText: "Amara" })).toBeVisible();
      await expectAccessible(page);
    });

    test("accounts, and all that is done with them", async ({ signedIn }) => {
      const { page } = await signedIn("admin", "/admin/users?name=Amara");
      const actions = page.getByRole("button", { name: /^Actions for Amara/ });
      await expect(actions).toBeVisible();
      await expectAccessible(page);
      await actions.click();
      await expect(page.getByRole("menuitem", { name: "Delete" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      for (const action of ["Edit", "Reset second factor", "Deactivate", "Delete"]) {
        await actions.click();
        await page.getByRole("menuitem", { name: action }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await expect(actions).toBeFocused();
      }
      await page.getByRole("button", { name: "Invite a person" }).click();
      await page.getByRole("button", { name: "Send the invitation" }).click();
      await expect(page.getByText("Enter the name")).toBeVisible();
      await expectAccessible(page);
    });

    test("a ticket, its activity, and the menus", async ({ signedIn }) => {
      const { page } = await signedIn("agent", "/tickets?view=team");
      await page.locator("[data-ticket]").first().getByRole("link").click();
      await expect(page.getByRole("textbox", { name: "Public reply" })).toBeVisible();
      await expectAccessible(page);
      await page.getByText("Internal note", { exact: true }).first().click();
      await expect(page.getByRole("button", { name: "Add note" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("tab", { name: "Activity" }).click();
      await expect(page.getByRole("tabpanel")).not.toBeEmpty();
      await expectAccessible(page);
      for (const menu of [/^Account of/, "Colour scheme", /^Notifications/]) {
        await page.getByRole("button", { name: menu }).click();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
      }
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectAccessible(page);
    });

    test("filters, a selection, and what lies over a ticket's page", async ({ signedIn }) => {
      const { page } = await signedIn("agent", "/tickets?view=team&priority=MEDIUM");
      await page.getByRole("button", { name: /^Filters/ }).click();
      await expect(page.getByLabel("Created from")).toBeVisible();
      await page.locator("[data-ticket]").first().getByRole("checkbox").click();
      await expect(page.getByRole("toolbar", { name: /^Change/ })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Columns" }).click();
      await expect(page.getByRole("menuitemcheckbox").first()).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.locator("[data-ticket]").first().getByRole("link").click();
      // Before, a heading of the list has that name too.
      await expect(page.getByRole("button", { name: "More of this ticket" })).toBeVisible();
      await page.getByRole("button", { name: "Due", exact: true }).click();
      await expect(page.getByRole("button", { name: "Done" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "More of this ticket" }).click();
      await expect(page.getByRole("menuitem", { name: "Copy the link" })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("menuitem", { name: "Merge into another…" }).click();
      await expect(page.getByRole("dialog")).toContainText("cannot be undone");
      await expectAccessible(page);
    });

    test("the palette, with and without something found", async ({ signedIn }) => {
      const { page } = await signedIn("agent");
      await page.keyboard.press("Control+K");
      await expect(page.getByRole("option", { selected: true })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("combobox", { name: /ticket number/ }).fill("no such thing");
      await expect(page.getByText("Nothing found for")).toBeVisible();
      await expectAccessible(page);
    });
  });
}
