import { picture } from "../support/guide.ts";
import { expect, test } from "../support/test.ts";

// The steps of docs/guide, with the sample data. Nothing is sent or saved on the way, so that each picture
// shows the same as the last time.

// Once it is counted, a list's link ends in the number of what is in it.
const MY_TEAM = /^My team(?!’)/;

const DESKTOP = { colorScheme: "light", reducedMotion: "reduce" } as const;

test.describe("the guide on a desk", () => {
  test.use({
    ...DESKTOP,
    viewport: { width: 1280, height: 800 },
    contextOptions: { ...DESKTOP, viewport: { width: 1280, height: 800 } },
  });

  test("signing in", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill("user@seaversity.example");
    await picture(page, "sign-in");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  });

  test("a requester raises a ticket and follows it", async ({ signedIn }) => {
    const { page } = await signedIn("requester");
    await expect(page.getByText("We are working on it")).toBeVisible();
    await picture(page, "home");

    await page.getByRole("link", { name: /^Course access/ }).click();
    const form = page.getByRole("form", { name: "New ticket" });
    await form
      .getByRole("textbox", { name: "Title" })
      .fill("I cannot open the course Marine Biology 101");
    await form
      .getByRole("textbox", { name: "Description" })
      .fill("Since this morning it says: “You cannot enrol yourself in this course”.");
    await expect(form.getByRole("combobox", { name: "Category" })).toHaveValue("Course access");
    await expect(form.getByRole("button", { name: "Raise ticket" })).toBeVisible();
    await picture(page, "new-ticket");
    await form.getByRole("button", { name: "Discard" }).click();

    await expect(page.getByRole("heading", { level: 1, name: "My tickets" })).toBeVisible();
    const ticket = page.getByRole("region", { name: "Please have a look" }).locator("li").last();
    await expect(ticket).toBeVisible();
    await picture(page, "my-tickets");
    await ticket.getByRole("link").click();
    await expect(page.getByRole("region", { name: "Progress" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Public reply" })).toBeVisible();
    await picture(page, "ticket-of-a-requester");

    await page.getByRole("navigation").getByRole("link", { name: "Help" }).click();
    await expect(page.getByRole("heading", { name: "What the statuses mean" })).toBeVisible();
    await picture(page, "help");
  });

  test("an agent works off the queue", async ({ signedIn }) => {
    const { page } = await signedIn("agent");
    const navigation = page.getByRole("navigation", { name: "Main" });
    await navigation.getByRole("link", { name: MY_TEAM }).click();
    const rows = page.locator("[data-ticket]");
    await expect(rows.first()).toBeVisible();
    await picture(page, "queue", 620);

    await page.getByRole("button", { name: /^Filters/ }).click();
    await expect(page.getByLabel("Created from")).toBeVisible();
    await picture(page, "filters", 480);
    await page.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name: "In progress" }).click();
    await page.getByRole("button", { name: /^Filters/ }).click();
    await expect(page.getByLabel("Created from")).toHaveCount(0);
    await rows.nth(0).getByRole("checkbox").click();
    await rows.nth(1).getByRole("checkbox").click();
    await expect(page.getByRole("toolbar", { name: /^Change/ })).toBeVisible();
    // The bar of what can be done stands at the lower edge.
    await page.setViewportSize({ width: 1280, height: 620 });
    await picture(page, "several-at-once");
    await page.setViewportSize({ width: 1280, height: 800 });

    await navigation.getByRole("link", { name: "My tickets" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "My tickets" })).toBeVisible();
    await rows.first().getByRole("link").click();
    await expect(page.getByRole("textbox", { name: "Public reply" })).toBeVisible();
    await picture(page, "ticket");

    const box = page.getByRole("region", { name: "Reply" });
    await box.getByText("Internal note", { exact: true }).first().click();
    await box.getByRole("textbox", { name: "Internal note" }).fill("The course is hidden. I ask.");
    await box.getByRole("button", { name: "Add note" }).scrollIntoViewIfNeeded();
    await picture(page, "internal-note");

    await page.getByRole("tab", { name: "Activity" }).click();
    await expect(page.getByRole("radiogroup", { name: "Kind of change" })).toBeVisible();
    await page.getByRole("heading", { level: 1 }).scrollIntoViewIfNeeded();
    await picture(page, "activity");

    await navigation.getByRole("link", { name: "My team’s tasks" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "My team’s tasks" })).toBeVisible();
    await page.getByRole("link", { name: "New task" }).first().click();
    await expect(page.getByRole("textbox", { name: "Description" })).toBeVisible();
    await picture(page, "new-task");
  });

  test("files go along with a new ticket", async ({ signedIn }) => {
    const { page } = await signedIn("requester");
    await expect(page.getByText("We are working on it")).toBeVisible();
    const screen = await page.screenshot({ scale: "css" });
    await page.getByRole("link", { name: /^Course access/ }).click();
    const form = page.getByRole("form", { name: "New ticket" });
    await form.getByRole("textbox", { name: "Title" }).fill("The course list stays empty");
    const choosing = page.waitForEvent("filechooser");
    await form.getByRole("button", { name: /^Attach/ }).click();
    await (await choosing).setFiles([
      { name: "what-i-see.png", mimeType: "image/png", buffer: screen },
      { name: "error-message.txt", mimeType: "text/plain", buffer: Buffer.from("No courses.") },
    ]);
    const sent = form.getByRole("list", { name: "Files being sent" }).getByRole("listitem");
    await expect(sent).toHaveCount(2);
    for (const each of [sent.first(), sent.last()]) {
      await expect(each).toHaveAttribute("data-state", "done");
    }
    await sent.last().scrollIntoViewIfNeeded();
    await picture(page, "files");
    await form.getByRole("button", { name: "Discard" }).click();
  });

  test("news are told as one likes", async ({ signedIn }) => {
    const { page } = await signedIn("requester");
    await page.getByRole("button", { name: /^Notifications/ }).click();
    await expect(page.getByRole("button", { name: "Mark all as read" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.goto("/settings/notifications");
    await expect(page.getByRole("checkbox", { name: "Mentions: Mail" })).toBeVisible();
    await picture(page, "notifications");
    await page.getByRole("switch", { name: "Keep quiet hours" }).check();
    await expect(page.getByLabel("Until")).toBeVisible();
    await page.getByRole("heading", { name: "Time zone" }).scrollIntoViewIfNeeded();
    await picture(page, "quiet-hours");
    await page.getByRole("button", { name: "Discard" }).click();
    await expect(page.getByLabel("Until")).toHaveCount(0);
  });

  test("staff read beside the list, and mention a colleague", async ({ signedIn }) => {
    const { page } = await signedIn("manager");
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: MY_TEAM })
      .click();
    await page.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name: "On hold" }).click();
    await page.getByRole("button", { name: "Split view" }).click();
    const rows = page.locator("[data-ticket]");
    await rows.nth(1).getByRole("link").click();
    const pane = page.getByRole("region", { name: "Ticket", exact: true });
    await expect(pane.getByRole("textbox", { name: "Public reply" })).toBeVisible();
    await picture(page, "split-view", 620);
    await pane.getByRole("link", { name: "Open the ticket alone" }).click();

    const box = page.getByRole("region", { name: "Reply" });
    await box.getByText("Internal note", { exact: true }).first().click();
    await box.getByRole("textbox", { name: "Internal note" }).click();
    await page.keyboard.type("Do you know this one, @da");
    const people = page.getByRole("listbox", { name: "People to mention" });
    await expect(people.getByRole("option", { name: /Daniel Kovač/ })).toBeVisible();
    await picture(page, "mention");
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "More of this ticket" }).click();
    await expect(page.getByRole("menuitem", { name: "Mute this ticket" })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  test("the keyboard does most of it", async ({ signedIn }) => {
    const { page } = await signedIn("agent");
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await expect(page).toHaveURL(/view=team/);
    await expect(page.locator("[data-ticket]").first()).toBeVisible();
    await page.keyboard.press("Control+K");
    await page.keyboard.type("ta");
    await expect(page.getByRole("option", { selected: true })).toBeVisible();
    await picture(page, "palette", 620);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await picture(page, "shortcuts", 680);
  });

  test("a manager looks after a team", async ({ signedIn }) => {
    const { page } = await signedIn("manager");
    const navigation = page.getByRole("navigation", { name: "Main" });
    await navigation.getByRole("link", { name: "Teams" }).click();
    await page.getByRole("link", { name: "LMS Support" }).click();
    const members = page.getByRole("region", { name: "Members" });
    await expect(members).toBeVisible();
    await expect(page.getByText("Active now")).toBeVisible();
    await picture(page, "team-statistics", 710);
    // Below the head of the app, which stays.
    await members.evaluate((element) =>
      window.scrollBy(0, element.getBoundingClientRect().top - 80),
    );
    await picture(page, "team");
    await navigation.getByRole("link", { name: "People" }).click();
    await expect(page.locator("[data-person]").first()).toBeVisible();
  });

  test("an admin looks after teams, categories and the work of who leaves", async ({
    signedIn,
  }) => {
    const { page } = await signedIn("admin", "/admin/teams");
    await expect(page.getByRole("link", { name: "LMS Support" })).toBeVisible();
    await page.getByRole("link", { name: "Categories" }).click();
    await page.getByRole("link", { name: "Course access" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Course access" })).toBeVisible();
    await picture(page, "category");

    await page.goto("/admin/users?name=Daniel");
    await page.getByRole("button", { name: "Actions for Daniel Kovač" }).click();
    await page.getByRole("menuitem", { name: "Deactivate" }).click();
    const question = page.getByRole("dialog", { name: "Deactivate Daniel Kovač?" });
    await expect(question).toContainText(/They have .* open\./);
    await picture(page, "deactivation", 480);
    await question.getByRole("button", { name: "Reassign it first" }).click();
    const dialog = page.getByRole("dialog", { name: "Reassign the open work of Daniel Kovač" });
    await expect(dialog.getByRole("combobox", { name: "Colleague" })).toBeVisible();
    await picture(page, "reassign", 520);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(question).toHaveCount(0);
  });

  test("an admin looks after accounts", async ({ signedIn }) => {
    const { page } = await signedIn("admin");
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Admin" })
      .click();
    await page.getByRole("link", { name: "Users" }).click();
    await expect(page.getByText("Amara Diallo").first()).toBeVisible();
    await picture(page, "accounts");
    await page.getByRole("button", { name: "Invite a person" }).click();
    const dialog = page.getByRole("dialog", { name: "Invite a person" });
    await dialog.getByLabel("Name").fill("Ines Alvarez");
    await dialog.getByLabel("E-mail").fill("ines.alvarez@seaversity.example");
    await picture(page, "invitation");
    await page.keyboard.press("Escape");
    await page
      .getByRole("navigation", { name: "Admin" })
      .getByRole("link", { name: "Settings" })
      .click();
    await expect(page.getByRole("form", { name: "Settings" })).toBeVisible();
    await picture(page, "settings");
    await page.goto("/tickets?view=deleted");
    await expect(page.getByRole("heading", { name: "Deleted tickets" })).toBeVisible();
  });
});

test.describe("the guide in the dark", () => {
  test.use({
    contextOptions: {
      colorScheme: "dark",
      reducedMotion: "reduce",
      viewport: { width: 1280, height: 800 },
    },
  });

  test("the theme follows the system", async ({ signedIn }) => {
    const { page } = await signedIn("agent");
    await expect(page.locator("[data-ticket]").first()).toBeVisible();
    await picture(page, "dark");
  });
});

test.describe("the guide on a phone", () => {
  test.use({
    contextOptions: {
      ...DESKTOP,
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    },
  });

  test("a requester sees the same on a phone", async ({ signedIn }) => {
    const { page } = await signedIn("requester");
    await expect(page.getByRole("heading", { name: "How can we help?" })).toBeVisible();
    await picture(page, "home-on-a-phone");
    await page.goto("/tickets");
    await page
      .getByRole("region", { name: "Please have a look" })
      .locator("li")
      .last()
      .getByRole("link")
      .tap();
    await expect(page.getByRole("region", { name: "Progress" })).toBeVisible();
    await picture(page, "ticket-on-a-phone");
  });
});
