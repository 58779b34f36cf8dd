// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { AccountMenu } from "@/features/people/account-menu";
import { aUser } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

const admin = aUser(1, { role: "ADMIN" });

test.each([
  ["an active person", aUser(2), ["Edit", "Reset second factor", "Deactivate", "Delete"]],
  [
    "somebody who was invited",
    aUser(2, { isInvited: true }),
    ["Edit", "Send the invitation again", "Reset second factor", "Deactivate", "Delete"],
  ],
  [
    "a deactivated person",
    aUser(2, { isActive: false, isInvited: true }),
    ["Edit", "Reset second factor", "Activate", "Delete"],
  ],
  ["oneself", admin, ["Edit"]],
])("what can be done with %s", async (_who, person, actions) => {
  await renderInApp(() => <AccountMenu person={person} onAct={() => {}} />, { user: admin });
  fireEvent.click(await screen.findByRole("button", { name: `Actions for ${person.name}` }));
  await screen.findByRole("menu");
  expect(screen.getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual(actions);
});
