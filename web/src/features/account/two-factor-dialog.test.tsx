// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { TwoFactorDialog } from "@/features/account/two-factor-dialog";
import { renderInApp } from "@/test/render-in-app";

afterEach(cleanup);

const SECRET = { secret: "ABCDEFGHIJ", uri: "otpauth://totp/Seaversity:a?secret=ABCDEFGHIJ" };

function refused(field: string, rule: string) {
  const problem = { type: "/problems/validation", title: "A field breaks a rule", status: 422 };
  return Response.json(
    { ...problem, detail: "", code: "validation", errors: [{ field, rule }] },
    { status: 422 },
  );
}

async function dialog(answers: (() => Response)[]) {
  const sent: [path: string, body: unknown][] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push([new URL(request.url).pathname, await request.json()]);
    return answers.shift()?.() ?? Response.error();
  });
  const onClose = vi.fn<() => void>();
  await renderInApp(() => <TwoFactorDialog onClose={onClose} />);
  await screen.findByLabelText("Your password");
  return { sent, onClose };
}

function fill(label: string, value: string, button: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.click(screen.getByRole("button", { name: button }));
}

test("the password, then the code, then the recovery codes, which do not go by accident", async () => {
  const { sent, onClose } = await dialog([
    () => Response.json(SECRET),
    () => Response.json({ recoveryCodes: ["aaaa-bbbb-cccc", "dddd-eeee-ffff"] }),
  ]);
  fill("Your password", "sail-the-seven-seas", "Go on");
  expect(await screen.findByText("ABCD EFGH IJ")).toBeTruthy();
  expect(await screen.findByRole("img", { name: /^QR code/ })).toBeTruthy();
  fill("Code", "123 456", "Switch on");
  const list = await screen.findByRole("list", { name: "Recovery codes" });
  expect(list.textContent).toBe("aaaa-bbbb-ccccdddd-eeee-ffff");
  fireEvent.keyDown(list, { key: "Escape" });
  expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: "I have kept them" }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(sent).toEqual([
    ["/api/auth/two-factor", { password: "sail-the-seven-seas" }],
    ["/api/auth/two-factor/confirm", { code: "123456" }],
  ]);
});

test("what is wrong stands at its field", async () => {
  const { sent } = await dialog([
    () => refused("password", "is not your password"),
    () => Response.json(SECRET),
    () => refused("code", "is not the code that the app shows now"),
  ]);
  fireEvent.click(screen.getByRole("button", { name: "Go on" }));
  expect(screen.getByText("Enter your password")).toBeTruthy();
  fill("Your password", "wrong", "Go on");
  expect(await screen.findByText("This is not your password")).toBeTruthy();
  fill("Your password", "right", "Go on");
  await screen.findByLabelText("Code");
  fill("Code", "12", "Switch on");
  expect(screen.getByText("Enter the six digits that the app shows")).toBeTruthy();
  expect(sent).toHaveLength(2);
  fill("Code", "123456", "Switch on");
  expect(await screen.findByText("This is not the code that the app shows now")).toBeTruthy();
});
