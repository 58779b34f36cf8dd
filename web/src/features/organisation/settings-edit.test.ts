import { expect, test } from "vitest";
import {
  beginSettingsEdit,
  inversePatch,
  rebaseSettingsEdit,
  type SettingsValues,
  settingsChanges,
  settingsPatch,
  settingsProblems,
} from "@/features/organisation/settings-edit";
import { systemSettings } from "@/test/builders";

function edited(change: Partial<SettingsValues>) {
  const { over, typed } = beginSettingsEdit(systemSettings());
  return { over, typed: { ...typed, ...change } };
}

test("only what was changed is sent, and the inverse takes it back", () => {
  expect(settingsPatch(edited({}))).toEqual({});
  expect(settingsPatch(edited({ name: " Seaversity " }))).toEqual({});
  const edit = edited({ name: " Harbour ", dailySummaries: false });
  expect(settingsPatch(edit)).toEqual({ name: "Harbour", dailySummaries: false });
  expect(inversePatch(edit)).toEqual({ name: "Seaversity", dailySummaries: true });
});

test("over the settings of somebody else, what was chosen stays and the rest is theirs", () => {
  const theirs = systemSettings({ name: "Port", defaultTimeZone: "Europe/Lisbon", version: 8 });
  const edit = rebaseSettingsEdit(edited({ name: "Harbour", emailNotifications: false }), theirs);
  expect(edit.over).toBe(theirs);
  expect(edit.typed).toMatchObject({ name: "Harbour", defaultTimeZone: "Europe/Lisbon" });
  expect(settingsPatch(edit)).toEqual({ name: "Harbour", emailNotifications: false });
});

test("what others changed is told in words", () => {
  const before = systemSettings();
  expect(settingsChanges(before, { ...before, version: 9 })).toEqual([]);
  const now = systemSettings({
    defaultTimeZone: "America/New_York",
    emailNotifications: false,
    requesterPriorityCap: "CRITICAL",
  });
  expect(settingsChanges(before, now)).toEqual([
    { label: "Time zone", before: "UTC", now: "America/New York" },
    { label: "Mails about work", before: "on", now: "off" },
    { label: "Highest priority for requesters", before: "High", now: "Critical" },
  ]);
});

test("a name and a number of days are needed", () => {
  expect(settingsProblems(edited({ name: "  " }).typed)).toEqual({ name: "Enter the name" });
  expect(settingsProblems(edited({ name: "Harbour" }).typed)).toEqual({});
  expect(settingsProblems(edited({ followUpAfterDays: 0 }).typed)).toEqual({});
  expect(Object.keys(settingsProblems(edited({ followUpAfterDays: null }).typed))).toEqual([
    "followUpAfterDays",
  ]);
});

test("the way to Moodle needs an address, and no address is one way of writing it", () => {
  const without = edited({ moodleIntegration: true, moodleUrl: " " });
  expect(settingsProblems(without.typed)).toEqual({ moodleUrl: "Enter the site’s address" });
  expect(settingsProblems(edited({ moodleIntegration: false, moodleUrl: "" }).typed)).toEqual({});
  expect(settingsPatch(edited({ moodleUrl: " " }))).toEqual({});
  const shown = { moodleIntegration: true, moodleUrl: " https://moodle.example.org" };
  expect(settingsPatch(edited(shown))).toEqual({
    moodleIntegration: true,
    moodleUrl: "https://moodle.example.org",
  });
});
