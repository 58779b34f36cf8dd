import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test("a title reminds of the person's own ticket, and of a category that fits", async ({
  signedIn,
}) => {
  const word = `harbour${Date.now()}`;
  const number = await (await Api.of("requester")).ticket(`Projector ${word} flickers`);
  const { page } = await signedIn("requester", "/tickets/new");
  const title = page.getByRole("textbox", { name: "Title" });
  await title.fill(`The projector ${word} is dark`);
  const asked = page.getByRole("region", { name: "Similar tickets of yours" });
  await expect(asked).toContainText(number);
  await page
    .getByRole("region", { name: "Categories that may fit" })
    .getByRole("button", { name: "Hardware" })
    .click();
  await expect(page.getByRole("combobox", { name: "Category" })).toHaveValue("Hardware");
  await expectAccessible(page);

  await asked.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(word);
  await page.goBack();
  await expect(title).toHaveValue(`The projector ${word} is dark`);
  await page.getByRole("button", { name: "Discard" }).click();
});
