import type { Page, Request } from "@playwright/test";

/** What was received, or that it was and cannot be read. */
type Received = { text: string } | { unreadable: string };

/** Keeps what the server sends to a page: the bodies of the API's answers and the frames of the websocket. */
export class Wire {
  private readonly received: Promise<Received>[] = [];
  /** How many documents the page has had, and which of them sent a request. */
  private documents = 0;
  private readonly senders = new WeakMap<Request, number>();

  static of(page: Page): Wire {
    const wire = new Wire();
    let isNavigating = false;
    page.on("request", (request) => {
      isNavigating ||= request.isNavigationRequest();
      wire.senders.set(request, wire.documents);
    });
    // It comes too when the app only changes its address; then no document was asked for.
    page.on("framenavigated", () => {
      if (isNavigating) wire.documents += 1;
      isNavigating = false;
    });
    page.on("requestfinished", (request) => {
      if (!new URL(request.url()).pathname.startsWith("/api/")) return;
      wire.received.push(wire.bodyOf(request));
    });
    page.on("websocket", (socket) => {
      socket.on("framereceived", ({ payload }) => {
        wire.received.push(Promise.resolve({ text: payload.toString() }));
      });
    });
    return wire;
  }

  /** Everything so far, as one text; fails where a part of it could not be read. */
  async text(): Promise<string> {
    const received = await Promise.all(this.received);
    const unreadable = received.flatMap((each) => ("unreadable" in each ? [each.unreadable] : []));
    if (unreadable.length > 0) throw new Error(`not kept: ${unreadable.join(", ")}`);
    return received.map((each) => ("text" in each ? each.text : "")).join("\n");
  }

  private async bodyOf(request: Request): Promise<Received> {
    try {
      const response = await request.response();
      const hasBody = response !== null && response.status() !== 204;
      return { text: hasBody ? await response.text() : "" };
    } catch (error) {
      // The browser forgets the bodies of a document that it leaves, and the one that asked for this
      // was left before the body was read. The next document asks anew for what it shows.
      if (this.senders.get(request) !== this.documents) return { text: "" };
      return { unreadable: `${request.method()} ${request.url()} (${error})` };
    }
  }
}
