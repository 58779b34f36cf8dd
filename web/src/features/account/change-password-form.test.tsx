// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ChangePasswordForm } from "@/features/account/change-password-form";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

test("the keyboard goes to the first field that is wrong, whoever says so", async () => {
  const refusal = {
    type: "/problems/validation",
    title: "A field breaks a rule",
    status: 422,
    detail: "",
    code: "validation",
    errors: [{ field: "currentPassword", rule: "is not right" }],
  };
  vi.stubGlobal("fetch", async () => Response.json(refusal, { status: 422 }));
  await renderInApp(ChangePasswordForm);
  const present = await screen.findByLabelText("Current password");
  const next = screen.getByLabelText("New password");
  const submit = screen.getByRole("button", { name: "Change the password" });

  submit.focus();
  fireEvent.click(submit);
  expect(document.activeElement).toBe(present);

  fireEvent.change(present, { target: { value: "four words in a row" } });
  fireEvent.click(submit);
  expect(document.activeElement).toBe(next);

  fireEvent.change(next, { target: { value: "five words in a row" } });
  fireEvent.click(submit);
  expect(await screen.findByText("This is not your current password")).toBeTruthy();
  expect(document.activeElement).toBe(present);
});
