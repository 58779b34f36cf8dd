import { expect, test } from "vitest";
import {
  effective,
  inverse,
  isFixed,
  quietProblems,
  TYPES,
  withChanges,
  withChannel,
} from "@/features/notifications/preferences";
import type { UserSettings } from "@/shared/api/types";

function settings(change: Partial<UserSettings> = {}): UserSettings {
  const channels = { inApp: true, mail: true, digest: false };
  return {
    notifications: Object.fromEntries(
      TYPES.map(({ type }) => [type, channels]),
    ) as UserSettings["notifications"],
    quietHours: { isEnabled: false, start: "22:00", end: "07:00", days: ["MONDAY"] },
    timeZone: null,
    digest: { frequency: "OFF", hour: 8 },
    theme: "SYSTEM",
    dashboard: [],
    version: 3,
    ...change,
  };
}

test("only what changes something is sent", () => {
  const off = withChannel({}, "MENTION", "mail", false);
  expect(effective(settings(), off)).toEqual({ notifications: { MENTION: { mail: false } } });
  expect(effective(settings(), withChannel(off, "MENTION", "mail", true))).toBeNull();
  expect(effective(settings(), { timeZone: null })).toBeNull();
  expect(effective(settings({ timeZone: "UTC" }), { timeZone: null })).toEqual({ timeZone: null });
});

test("without the bell there is no digest of a type", () => {
  const before = settings();
  const both = withChannel({}, "MENTION", "digest", true);
  const after = withChanges(before, withChannel(both, "MENTION", "inApp", false));
  expect(after.notifications.MENTION).toEqual({ inApp: false, mail: true, digest: false });
  expect(isFixed(after, "MENTION", "digest")).toBe(true);
  expect(isFixed(before, "MENTION", "digest")).toBe(false);
  expect(isFixed(before, "SYSTEM", "mail")).toBe(true);
});

test("what is chosen lies upon what was changed elsewhere, and takes nothing of it away", () => {
  const chosen = withChannel({}, "MENTION", "mail", false);
  const elsewhere = settings({ timeZone: "Europe/Berlin", version: 4 });
  const after = withChanges(elsewhere, chosen);
  expect(after.timeZone).toBe("Europe/Berlin");
  expect(after.notifications.MENTION.mail).toBe(false);
});

test("a change taken back gives what was before", () => {
  const before = settings({ timeZone: "UTC" });
  const patch = {
    ...withChannel({}, "MENTION", "inApp", false),
    timeZone: null,
    digest: { frequency: "DAILY", hour: 6 },
    quietHours: { ...before.quietHours, isEnabled: true },
  } as const;
  const after = withChanges(before, patch);
  expect(withChanges(after, inverse(before, patch))).toEqual(before);
});

test("quiet hours have two different times, and a day on which they begin", () => {
  const quiet = (change: Partial<UserSettings["quietHours"]>) =>
    quietProblems(settings({ quietHours: { ...settings().quietHours, ...change } }));
  expect(quiet({ isEnabled: true })).toEqual({});
  expect(quiet({ start: "" })).toHaveProperty("start");
  expect(quiet({ end: "22:00" })).toHaveProperty("end");
  expect(quiet({ isEnabled: true, days: [] })).toHaveProperty("days");
  expect(quiet({ days: [] })).toEqual({});
});
