import { expect, test } from "../support/test.ts";

test("people are found by the surname, without an accent, and by the e-mail", async ({
  signedIn,
}) => {
  const { page } = await signedIn("agent", "/people");
  const field = page.getByRole("searchbox", { name: "Name or e-mail" });
  const found = page.locator("[data-person]");
  for (const [typed, email] of [
    ["baptis", "chloe.baptiste@seaversity.example"],
    ["chloe b", "chloe.baptiste@seaversity.example"],
    ["DIALLO", "manager@seaversity.example"],
    ["manager@", "manager@seaversity.example"],
  ] as const) {
    await field.fill(typed);
    await expect(found).toHaveCount(1);
    await expect(found).toHaveAttribute("data-person", email);
  }
  await field.fill("zzz");
  await expect(page.getByRole("heading", { name: "Nobody matches" })).toBeVisible();
  await page.getByRole("button", { name: "Show everybody" }).click();
  await expect(field).toHaveValue("");
  expect(await found.count()).toBeGreaterThan(5);
});
