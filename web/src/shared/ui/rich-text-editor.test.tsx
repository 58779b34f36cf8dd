// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import RichTextEditor from "@/shared/ui/rich-text-editor";

afterEach(cleanup);

function editor(value: string) {
  const onChange = vi.fn();
  render(
    <MantineProvider env="test">
      <RichTextEditor label="Description" value={value} onChange={onChange} />
    </MantineProvider>,
  );
  return onChange;
}

test.each([
  ["Heading", "<h2>Steps</h2>"],
  ["Subheading", "<h3>Steps</h3>"],
])("%s makes one of the present line", async (name, html) => {
  const onChange = editor("<p>Steps</p>");
  fireEvent.click(await screen.findByRole("button", { name }));
  await vi.waitFor(() => expect(onChange.mock.lastCall?.[0]).toContain(html));
});

test("a text has no title of a page: it becomes a heading, and lower ones stay", async () => {
  editor("<h1>One</h1><h4>Four</h4>");
  expect((await screen.findByText("One")).tagName).toBe("H2");
  expect(screen.getByText("Four").tagName).toBe("H4");
});

test("showing a text is no change of it", async () => {
  const onChange = editor("<ul><li><p>last</p></li></ul>");
  await screen.findByText("last");
  expect(onChange).not.toHaveBeenCalled();
});

test("Ctrl+K links the text that is selected, and without one it is the page's", async () => {
  const onLink = vi.fn();
  window.addEventListener("edit-link", onLink);
  editor("<p>here</p>");
  const field = await screen.findByRole("textbox", { name: "Description" });
  expect(fireEvent.keyDown(field, { key: "k", ctrlKey: true })).toBe(true);
  expect(onLink).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: "a", ctrlKey: true });
  expect(fireEvent.keyDown(field, { key: "k", ctrlKey: true })).toBe(false);
  expect(onLink).toHaveBeenCalledOnce();
  window.removeEventListener("edit-link", onLink);
});

test("the placeholder is the one of now", async () => {
  const field = (placeholder: string) => (
    <MantineProvider env="test">
      <RichTextEditor label="Reply" value="" onChange={() => {}} placeholder={placeholder} />
    </MantineProvider>
  );
  const { rerender } = render(field("For everybody…"));
  const shown = async () =>
    (await screen.findByRole("textbox")).querySelector("p")?.getAttribute("data-placeholder");
  await vi.waitFor(async () => expect(await shown()).toBe("For everybody…"));
  rerender(field("For the team…"));
  await vi.waitFor(async () => expect(await shown()).toBe("For the team…"));
});
