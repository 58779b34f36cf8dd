import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

/** Holds the page, as it stands now, to having no finding that axe calls serious or critical. */
export async function expectAccessible(page: Page): Promise<void> {
  // All of it stands in one document (a previewed PDF is the browser's own to show), so that axe
  // needs no second page to put together what it found in each frame.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  const found = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join("\n  ")}`,
    );
  expect(found, found.join("\n")).toEqual([]);
}
