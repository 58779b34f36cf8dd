import type { Page, Request } from "@playwright/test";

/** Keeps what the server sends to a page: the bodies of the API's answers and the frames of the websocket. */
export class Wire {
  private readonly received: Promise<string>[] = [];

  static of(page: Page): Wire {
    const wire = new Wire();
    page.on("requestfinished", (request) => {
      if (new URL(request.url()).pathname.startsWith("/api/")) wire.received.push(bodyOf(request));
    });
    page.on("websocket", (socket) => {
      socket.on("framereceived", ({ payload }) => {
        wire.received.push(Promise.resolve(payload.toString()));
      });
    });
    return wire;
  }

  /** Everything so far, as one text. */
  async text(): Promise<string> {
    return (await Promise.all(this.received)).join("\n");
  }
}

async function bodyOf(request: Request): Promise<string> {
  const response = await request.response();
  // The browser forgets a body once its page has moved on.
  return (await response?.text().catch(() => "")) ?? "";
}
