// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { UserMenu } from "@/app/user-menu";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

test("the menu holds items only, one of them the settings", async () => {
  await renderInApp(() => <UserMenu onHelp={() => {}} />);
  fireEvent.click(await screen.findByRole("button", { name: "Account of Person 1" }));
  const menu = await screen.findByRole("menu");
  expect(menu.querySelector("p, h1, h2, h3, ul, button:not([role=menuitem])")).toBeNull();
  const item = screen.getByRole("menuitem", { name: "Settings" });
  expect(item.getAttribute("href")).toBe("/settings/profile");
});
