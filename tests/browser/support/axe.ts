import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

/** How often a page is looked at that changes while it is. */
const LOOKS = 3;

/**
 * Holds the page, once it stands still, to having no finding that axe calls serious or critical. What is found in a page
 * that changed meanwhile is half of the one and half of the other, so it is looked at again.
 */
export async function expectAccessible(page: Page): Promise<void> {
  let found: string[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    await untilStill(page);
    await beginToWatch(page);
    found = await serious(page);
    if (found.length === 0 || !(await hasChanged(page))) break;
  }
  expect(found, found.join("\n")).toEqual([]);
}

async function serious(page: Page): Promise<string[]> {
  // All of it stands in one document (a previewed PDF is the browser's own to show), so that axe
  // needs no second page to put together what it found in each frame.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join("\n  ")}`,
    );
}

/** Colours that pass into others are neither of both; what moves without an end (a spinner) is left out. */
async function untilStill(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ effect }) => effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY),
  );
}

async function beginToWatch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watcher = new MutationObserver(() => {
      document.documentElement.dataset.changed = "";
      watcher.disconnect();
    });
    delete document.documentElement.dataset.changed;
    const everything = { attributes: true, childList: true, subtree: true };
    watcher.observe(document.documentElement, everything);
  });
}

function hasChanged(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.dataset.changed !== undefined);
}
