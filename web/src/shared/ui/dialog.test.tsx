// @vitest-environment happy-dom
import { MantineProvider, Menu } from "@mantine/core";
import { Notifications, notifications } from "@mantine/notifications";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useRef, useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { useFocusKept } from "@/shared/lib/focus-place";
import { Dialog } from "@/shared/ui/dialog";
import { showUndo } from "@/shared/ui/undo-toast";

afterEach(() => {
  cleanup();
  notifications.clean();
});

function show(part: React.ReactNode) {
  render(
    <MantineProvider env="test">
      <Notifications />
      <main id="main" tabIndex={-1}>
        {part}
      </main>
    </MantineProvider>,
  );
}

const isAt = (name: string) =>
  vi.waitFor(() => expect(document.activeElement?.textContent).toBe(name));

function MenuWithDialog() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Menu>
        <Menu.Target>
          <button type="button">More</button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen(true)}>Merge…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isOpen ? (
        <Dialog title="Merge" onClose={() => setOpen(false)}>
          <input aria-label="Into" />
        </Dialog>
      ) : null}
    </>
  );
}

function Changing() {
  const [isThere, setThere] = useState(true);
  return isThere ? (
    <>
      <button type="button" onClick={() => showUndo({ title: "Changed", onUndo: () => {} })}>
        Change
      </button>
      <button type="button" onClick={() => setThere(false)}>
        Leave
      </button>
    </>
  ) : (
    "Elsewhere"
  );
}

function Deletable({ onGone }: { onGone: () => void }) {
  const part = useRef<HTMLDivElement>(null);
  useFocusKept(part);
  return (
    <div ref={part}>
      <button type="button" onClick={onGone}>
        Delete
      </button>
    </div>
  );
}

function Deleting() {
  const [isThere, setThere] = useState(true);
  return isThere ? <Deletable onGone={() => setThere(false)} /> : "The list";
}

test("a dialog that a menu opened gives the keyboard to the menu's button", async () => {
  show(<MenuWithDialog />);
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  const item = await screen.findByRole("menuitem", { name: "Merge…" });
  item.focus();
  fireEvent.click(item);
  const field = await screen.findByRole("textbox", { name: "Into" });
  field.focus();
  fireEvent.keyDown(field, { key: "Escape" });
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await isAt("More");
});

test("who takes something back goes on where they did it, or in the page where that is gone", async () => {
  show(<Changing />);
  const change = screen.getByRole("button", { name: "Change" });
  for (const [last, place] of [
    [false, "Change"],
    [true, "Elsewhere"],
  ] as const) {
    change.focus();
    fireEvent.click(change);
    const undo = await screen.findByRole("button", { name: "Undo" });
    undo.focus();
    if (last) fireEvent.click(screen.getByRole("button", { name: "Leave" }));
    fireEvent.click(undo);
    await isAt(place);
    await vi.waitFor(() => expect(screen.queryByRole("button", { name: "Undo" })).toBeNull());
  }
});

test("a part of the page that goes away leaves the keyboard in the page", async () => {
  show(<Deleting />);
  const button = screen.getByRole("button", { name: "Delete" });
  button.focus();
  fireEvent.click(button);
  await isAt("The list");
});
