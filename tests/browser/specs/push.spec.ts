import { createECDH, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { Api } from "../support/api.ts";
import { environment } from "../support/environment.ts";
import { expect, test } from "../support/test.ts";

const LIST = "/api/notifications/push-subscriptions";

/** A push service on this machine: that of the browser's maker cannot be reached from everywhere. */
async function pushService(): Promise<{ server: Server; address: string; received: number[] }> {
  const received: number[] = [];
  const server = createServer((request, answer) => {
    request.resume().on("end", () => {
      received.push(Date.now());
      answer.writeHead(201).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}/message/1`, received };
}

/** The browser asks that service in place of its maker's; the keys are real. */
async function askHere(page: Page, endpoint: string): Promise<void> {
  const keys = createECDH("prime256v1");
  const subscription = {
    endpoint,
    keys: {
      p256dh: keys.generateKeys().toString("base64url"),
      auth: randomBytes(16).toString("base64url"),
    },
  };
  await page.context().grantPermissions(["notifications"]);
  await page.addInitScript((described) => {
    const known = () => localStorage.getItem("test-push") === "on";
    const made = {
      options: {},
      toJSON: () => described,
      unsubscribe: async () => {
        localStorage.removeItem("test-push");
        return true;
      },
    };
    Object.assign(PushManager.prototype, {
      getSubscription: async () => (known() ? made : null),
      subscribe: async () => {
        localStorage.setItem("test-push", "on");
        return made;
      },
    });
  }, subscription);
}

test("a browser tells while the app is not open there, until it is stopped", async ({
  signedIn,
}) => {
  const word = `${Date.now()}`;
  const api = await Api.of("requester");
  const service = await pushService();
  const { page } = await signedIn("requester");
  await askHere(page, service.address);
  await page.goto("/settings/notifications");
  await page.getByRole("button", { name: "Tell me in this browser" }).click();
  const stop = page.getByRole("button", { name: "Stop telling me in this browser" });
  await expect(stop).toBeVisible();
  await page.reload();
  await expect(stop).toBeVisible();

  await test.step("the server sends what the bell tells", async () => {
    const number = await api.ticket(`Tell me ${word}`);
    const agent = await Api.of("agent");
    const { ticket } = await agent.get<{ ticket: { id: string } }>(`/api/tickets/${number}`);
    await agent.post(`/api/tickets/${ticket.id}/comments`, { content: `<p>Here ${word}</p>` });
    await expect.poll(() => service.received.length).toBeGreaterThan(0);
  });

  await test.step("the browser shows it, and nothing while somebody looks at the app", async () => {
    const cdp = await page.context().newCDPSession(page);
    const registration = new Promise<string>((resolve) => {
      cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        const [known] = registrations;
        if (known) resolve(known.registrationId);
      });
    });
    await cdp.send("ServiceWorker.enable");
    const deliver = async (title: string) =>
      cdp.send("ServiceWorker.deliverPushMessage", {
        origin: environment.baseUrl,
        registrationId: await registration,
        data: JSON.stringify({ title, body: "b", link: "/tickets", tag: "t", at: new Date() }),
      });
    await page.bringToFront();
    await deliver("Seen in the app");
    await page.goto("about:blank");
    await deliver(`T-1 ${word}`);
    await page.goto("/settings/notifications");
    const shown = () =>
      page.evaluate(async () => {
        const known = await navigator.serviceWorker.getRegistration();
        return (await known?.getNotifications())?.map(({ title }) => title);
      });
    await expect.poll(shown).toEqual([`T-1 ${word}`]);
  });

  await test.step("it is stopped", async () => {
    await stop.click();
    await expect(page.getByRole("button", { name: "Tell me in this browser" })).toBeVisible();
    expect(await api.get<{ items: unknown[] }>(LIST)).toMatchObject({ items: [] });
  });
  service.server.close();
});

test("who did not allow it is told how to", async ({ signedIn }) => {
  const { page } = await signedIn("requester");
  await page.addInitScript(() => {
    Object.defineProperty(Notification, "permission", { get: () => "denied" });
  });
  await page.goto("/settings/notifications");
  await expect(page.getByText("This browser may not tell you")).toBeVisible();
});
