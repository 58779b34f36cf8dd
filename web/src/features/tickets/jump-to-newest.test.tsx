// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Conversation } from "@/features/tickets/conversation";
import { aComment, ticketDetails } from "@/test/builders";
import { renderInApp } from "@/test/render-in-app";

let scrollTo: (where: "above" | "seen" | "below") => void;

beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(private readonly tell: IntersectionObserverCallback) {}
      observe(target: Element) {
        scrollTo = (where) =>
          act(() =>
            this.tell(
              [
                {
                  target,
                  isIntersecting: where === "seen",
                  boundingClientRect: { top: where === "above" ? -900 : 900 },
                } as unknown as IntersectionObserverEntry,
              ],
              this as unknown as IntersectionObserver,
            ),
          );
      }
      disconnect() {}
    },
  );
});
afterEach(cleanup);

async function conversation(count: number) {
  const comments = Array.from({ length: count }, (_, at) => aComment(at + 1));
  const details = ticketDetails(comments);
  await renderInApp(() => (
    <Conversation
      onQuote={() => {}}
      ticketRef="T-0001"
      ticket={details.ticket}
      comments={details.comments}
    />
  ));
  await screen.findByText(`Comment ${count}`);
}

function jump() {
  return screen.queryByRole("button", { name: "Jump to newest" });
}

test("a long conversation offers the way to its newest comment, which then has the keyboard", async () => {
  await conversation(7);
  expect(jump()).toBeNull();
  scrollTo("below");
  fireEvent.click(jump() as HTMLElement);
  expect(document.activeElement?.textContent).toContain("Comment 7");
});

test.each(["seen", "above"] as const)("not while the newest comment is %s", async (where) => {
  await conversation(7);
  scrollTo("below");
  scrollTo(where);
  expect(jump()).toBeNull();
});

test("not in a short conversation", async () => {
  await conversation(6);
  scrollTo("below");
  expect(jump()).toBeNull();
});

test("the keyboard comes to the button before it comes to the comments", async () => {
  await conversation(7);
  scrollTo("below");
  const first = screen.getAllByRole("article")[0] as HTMLElement;
  const order = (jump() as HTMLElement).compareDocumentPosition(first);
  expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});
