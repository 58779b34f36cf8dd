import type { SystemSettings, SystemSettingsPatch } from "@/shared/api/types";
import { PRIORITY_LABEL } from "@/shared/lib/labels";
import type { MeanwhileChange } from "@/shared/ui/meanwhile-notice";

/** As the API names them, for what it says of them. */
export const SETTINGS_FIELDS = [
  "name",
  "defaultTimeZone",
  "emailNotifications",
  "dailySummaries",
  "requesterPriorityCap",
  "followUpAfterDays",
  "moodleIntegration",
  "moodleUrl",
] as const satisfies (keyof SystemSettings)[];
export type SettingsField = (typeof SETTINGS_FIELDS)[number];

export interface SettingsValues
  extends Pick<SystemSettings, Exclude<SettingsField, "followUpAfterDays">> {
  /** Null while nothing is typed. */
  followUpAfterDays: number | null;
}

/** The settings while they are edited: what was chosen, and the settings that it was chosen over. */
export interface SettingsEdit {
  over: SystemSettings;
  typed: SettingsValues;
}

function pick(values: SettingsValues, fields: readonly SettingsField[]): Partial<SettingsValues> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

function changedFields({ over, typed }: SettingsEdit): SettingsField[] {
  const wanted = tidy(typed);
  return SETTINGS_FIELDS.filter((field) => wanted[field] !== over[field]);
}

function tidy(values: SettingsValues): SettingsValues {
  return {
    ...values,
    name: values.name.trim(),
    moodleUrl: values.moodleUrl?.trim() || null,
  };
}

export function beginSettingsEdit(settings: SystemSettings): SettingsEdit {
  return { over: settings, typed: pick(settings, SETTINGS_FIELDS) as SettingsValues };
}

/** The settings that were changed, as they are to be. */
export function settingsPatch(edit: SettingsEdit): SystemSettingsPatch {
  return pick(tidy(edit.typed), changedFields(edit));
}

/** What takes a change back. */
export function inversePatch(edit: SettingsEdit): SystemSettingsPatch {
  return pick(edit.over, changedFields(edit));
}

/** The edit over the settings as they are now: what was chosen stays, and what was not touched becomes theirs. */
export function rebaseSettingsEdit(edit: SettingsEdit, now: SystemSettings): SettingsEdit {
  const { over, typed } = beginSettingsEdit(now);
  return { over, typed: { ...typed, ...pick(edit.typed, changedFields(edit)) } };
}

/** What others have changed since the settings were looked at. */
export function settingsChanges(before: SystemSettings, now: SystemSettings): MeanwhileChange[] {
  const inWords = (settings: SystemSettings): [label: string, text: string][] => [
    ["Name", settings.name],
    ["Time zone", settings.defaultTimeZone.replaceAll("_", " ")],
    ["Mails about work", settings.emailNotifications ? "on" : "off"],
    ["Digests", settings.dailySummaries ? "on" : "off"],
    ["Highest priority for requesters", PRIORITY_LABEL[settings.requesterPriorityCap]],
    ["Days to reopen", String(settings.followUpAfterDays)],
    ["Moodle in the menu", settings.moodleIntegration ? "on" : "off"],
    ["Moodle site", settings.moodleUrl ?? "none"],
  ];
  const after = inWords(now);
  return inWords(before)
    .map(([label, text], at) => ({ label, before: text, now: after[at]?.[1] ?? "" }))
    .filter((change) => change.before !== change.now);
}

/** What is wrong before anybody is asked. */
export function settingsProblems({
  name,
  followUpAfterDays,
  moodleIntegration,
  moodleUrl,
}: SettingsValues): Partial<Record<SettingsField, string>> {
  return {
    ...(name.trim() ? {} : { name: "Enter the name" }),
    ...(followUpAfterDays === null ? { followUpAfterDays: "Enter a number of days" } : {}),
    ...(moodleIntegration && !moodleUrl?.trim() ? { moodleUrl: "Enter the site’s address" } : {}),
  };
}
