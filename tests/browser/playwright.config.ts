import { defineConfig } from "@playwright/test";
import { environment } from "./support/environment.ts";

/** Real Chromium against a deployed stack with the sample data; `cargo xtask test --only browser` starts both. */
export default defineConfig({
  testDir: "specs",
  // The pictures of the guide are taken of the sample data as they are, before other tests add to them.
  testMatch: environment.isForGuide ? "guide.spec.ts" : undefined,
  outputDir: "results",
  forbidOnly: true,
  // One stack serves all of them, and two people are two browsers already.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: environment.baseUrl,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    actionTimeout: 10_000,
    screenshot: "only-on-failure",
    launchOptions: { executablePath: environment.chromium, args: ["--no-sandbox"] },
  },
});
