import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { environment } from "./environment.ts";
import { expect } from "./test.ts";

const IMAGES = fileURLToPath(new URL("../../../docs/guide/images/", import.meta.url));

/** What a picture may weigh: a chapter of the guide has several. */
const MAX_BYTES = 150 * 1024;

/**
 * A picture for the guide, of the page as it stands, down to this height; taken only where pictures are
 * asked for.
 */
export async function picture(page: Page, name: string, height?: number): Promise<void> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  if (!environment.isForGuide) return;
  await mkdir(IMAGES, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  const width = page.viewportSize()?.width ?? 0;
  const image = await page.screenshot({
    path: `${IMAGES}${name}.png`,
    animations: "disabled",
    caret: "hide",
    scale: "css",
    clip: height ? { x: 0, y: 0, width, height } : undefined,
  });
  expect(image.length, `bytes of ${name}.png`).toBeLessThanOrEqual(MAX_BYTES);
}
