import type { Page, WebSocketRoute } from "@playwright/test";

/** The way from a page to the server, which can be cut: an offline browser keeps an open websocket. */
export class Connection {
  private isCut = false;
  private readonly sockets: WebSocketRoute[] = [];

  private constructor(private readonly page: Page) {}

  /** Holds for the websockets that the page opens from now on. */
  static async of(page: Page): Promise<Connection> {
    const connection = new Connection(page);
    await page.routeWebSocket(/\/ws\b/, async (socket) => {
      if (connection.isCut) return socket.close();
      connection.sockets.push(socket, socket.connectToServer());
    });
    return connection;
  }

  async cut(): Promise<void> {
    this.isCut = true;
    await this.page.context().setOffline(true);
    await Promise.all(this.sockets.splice(0).map((socket) => socket.close()));
  }

  async restore(): Promise<void> {
    this.isCut = false;
    await this.page.context().setOffline(false);
  }
}
