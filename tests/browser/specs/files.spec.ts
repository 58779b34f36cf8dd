import { deflateSync } from "node:zlib";
import type { Locator } from "@playwright/test";
import { Api } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), content]);
  let crc = 0xffffffff;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A picture of one colour. */
function picture(width: number, height: number): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const row = Buffer.alloc(1 + width * 3, 0x99);
  row[0] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

interface Dropped {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** As though they had been dragged there from elsewhere. */
async function dropFiles(onto: Locator, files: Dropped[]) {
  await onto.evaluate(
    (it, dropped) => {
      const carried = new DataTransfer();
      for (const { name, mimeType, base64 } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        carried.items.add(new File([bytes], name, { type: mimeType }));
      }
      for (const kind of ["dragenter", "dragover", "drop"]) {
        const init = { dataTransfer: carried, bubbles: true, cancelable: true };
        it.dispatchEvent(new DragEvent(kind, init));
      }
    },
    files.map(({ buffer, ...file }) => ({ ...file, base64: buffer.toString("base64") })),
  );
}

test("a file that is attached to a ticket is there for others at once, and is shown where it is", async ({
  signedIn,
}) => {
  const number = await (await Api.of("requester")).ticket(`The screen stays grey ${Date.now()}`);
  const requester = (await signedIn("requester")).page;
  const agent = (await signedIn("agent")).page;
  await Promise.all([requester.goto(`/tickets/${number}`), agent.goto(`/tickets/${number}`)]);
  await expect(agent.getByText("No answers yet.")).toBeVisible();
  await expect(agent.getByRole("region", { name: "Files" })).toHaveCount(0);

  const files = requester.getByRole("region", { name: "Files" });
  await dropFiles(requester.getByRole("heading", { level: 1 }), [
    { name: "screen.png", mimeType: "image/png", buffer: picture(640, 360) },
  ]);
  await expect(files.getByRole("button", { name: "Show screen.png" })).toBeVisible();
  const choosing = requester.waitForEvent("filechooser");
  await files.getByRole("button", { name: "Attach files" }).click();
  await (await choosing).setFiles([
    { name: "page.html", mimeType: "text/html", buffer: Buffer.from("<p>") },
    { name: "fake.pdf", mimeType: "application/pdf", buffer: Buffer.from("no document") },
  ]);
  await expect(files.getByText("Files of this type are not taken.")).toBeVisible();
  await expect(files.getByText(/^Not taken: its content is not of the type/)).toBeVisible();

  for (const page of [requester, agent]) {
    const attached = page.getByRole("list", { name: "Attached files" }).getByRole("listitem");
    await expect(attached).toHaveCount(1);
    await expect(attached).toContainText("screen.png");
    await expect
      .poll(() => attached.locator("img").evaluate((it: HTMLImageElement) => it.naturalWidth))
      .toBe(400);
  }
  await expectAccessible(requester);

  await agent.getByRole("button", { name: "Show screen.png" }).click();
  const dialog = agent.getByRole("dialog", { name: "screen.png" });
  await expect
    .poll(() =>
      dialog
        .getByRole("img", { name: "screen.png" })
        .evaluate((it: HTMLImageElement) => it.naturalWidth),
    )
    .toBe(640);
  await expectAccessible(agent);
  const saving = agent.waitForEvent("download");
  await dialog.getByRole("link", { name: "Download" }).click();
  expect((await saving).suggestedFilename()).toBe("screen.png");
  await agent.keyboard.press("Escape");

  await files.getByRole("button", { name: "Remove screen.png" }).click();
  await requester
    .getByRole("dialog", { name: "Remove “screen.png”?" })
    .getByRole("button", { name: "Remove" })
    .click();
  await expect(agent.getByRole("region", { name: "Files" })).toHaveCount(0);
});

test("a file goes along with a reply, and only as what the reply is", async ({ signedIn }) => {
  const number = await (await Api.of("requester")).ticket(`The exam does not open ${Date.now()}`);
  const { page } = await signedIn("agent", `/tickets/${number}`);
  const box = page.getByRole("region", { name: "Reply" });
  await box.getByText("Internal note", { exact: true }).first().click();
  const choosing = page.waitForEvent("filechooser");
  await box.getByRole("button", { name: "Attach" }).click();
  await (await choosing).setFiles([
    { name: "log.txt", mimeType: "text/plain", buffer: Buffer.from("all is quiet") },
  ]);
  const sent = box.getByRole("list", { name: "Files being sent" }).getByRole("listitem");
  await expect(sent).toHaveAttribute("data-state", "done");
  await expectAccessible(page);
  await box.getByRole("textbox", { name: "Internal note" }).fill("The log of last night.");
  await box.getByRole("button", { name: "Add note" }).click();

  await expect(page.getByRole("log", { name: "Comments" })).toContainText("The log of last night.");
  await expect(sent).toHaveCount(0);
  const attached = page.getByRole("list", { name: "Attached files" }).getByRole("listitem");
  await expect(attached).toContainText("log.txt");
  await expect(attached).toContainText("Internal");

  const requester = (await signedIn("requester")).page;
  await requester.goto(`/tickets/${number}`);
  await expect(requester.getByText("No answers yet.")).toBeVisible();
  await expect(requester.getByRole("region", { name: "Files" })).toHaveCount(0);
});

test("a picture of oneself takes the place of the initials until it is removed", async ({
  signedIn,
}) => {
  const { page } = await signedIn("requester", "/settings/profile");
  await page
    .getByLabel("Picture", { exact: true })
    .setInputFiles({ name: "me.png", mimeType: "image/png", buffer: picture(300, 300) });
  const remove = page.getByRole("button", { name: "Remove the picture" });
  await expect(remove).toBeVisible();
  const shown = page.locator('img[src^="/avatars/"]');
  await expect(shown).toHaveCount(2);
  await expect
    .poll(() => shown.first().evaluate((it: HTMLImageElement) => it.naturalWidth))
    .toBeGreaterThan(0);
  await expectAccessible(page);
  await remove.click();
  await expect(shown).toHaveCount(0);
});

/** As though it had been copied elsewhere. */
async function pastePicture(field: Locator, name: string, content: Buffer) {
  await field.evaluate(
    (it, [fileName = "", base64 = ""]) => {
      const clipboard = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      clipboard.items.add(new File([bytes], fileName, { type: "image/png" }));
      it.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }),
      );
    },
    [name, content.toString("base64")],
  );
}

test("a picture that is pasted into a reply, or into the edit of one, stands in it, for whoever reads it", async ({
  signedIn,
}) => {
  const number = await (await Api.of("requester")).ticket(`The page looks odd ${Date.now()}`);
  const { page } = await signedIn("agent", `/tickets/${number}`);
  const box = page.getByRole("region", { name: "Reply" });
  const field = box.getByRole("textbox", { name: "Public reply" });
  await field.fill("It looks like this: ");
  await pastePicture(field, "odd.png", picture(320, 180));
  const sent = box.getByRole("list", { name: "Files being sent" }).getByRole("listitem");
  await expect(sent).toHaveAttribute("data-state", "done");
  await expect(field.getByRole("img", { name: "odd.png" })).toBeVisible();
  await box.getByRole("button", { name: "Send reply" }).click();
  await expect(sent).toHaveCount(0);

  const comment = page.getByRole("article", { name: /^Comment by/ });
  await comment.getByRole("button", { name: /^More of/ }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const edit = comment.getByRole("form", { name: "Edit comment" });
  await pastePicture(edit.getByRole("textbox", { name: "Comment" }), "odder.png", picture(200, 90));
  await expect(edit.getByRole("img", { name: "odder.png" })).toBeVisible();
  await expect(edit.getByRole("list", { name: "Files being sent" })).toHaveCount(0);
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(edit).toHaveCount(0);

  const requester = (await signedIn("requester")).page;
  await requester.goto(`/tickets/${number}`);
  for (const [name, width] of [
    ["odd.png", 320],
    ["odder.png", 200],
  ] as const) {
    const shown = requester.getByRole("log", { name: "Comments" }).getByRole("img", { name });
    await expect.poll(() => shown.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(width);
  }
});
