import type {
  Channels,
  NotificationType,
  UserSettings,
  UserSettingsPatch,
  Weekday,
} from "@/shared/api/types";

export type Channel = keyof Channels;

export const CHANNELS: readonly { channel: Channel; label: string }[] = [
  { channel: "inApp", label: "App" },
  { channel: "mail", label: "Mail" },
  { channel: "digest", label: "Digest" },
  { channel: "push", label: "Browser" },
];

export const TYPES: readonly { type: NotificationType; label: string; about: string }[] = [
  { type: "TICKET_ASSIGNED", label: "Given to you", about: "You are to work on it." },
  {
    type: "TICKET_UPDATED",
    label: "Changes",
    about: "What you raised, work on or follow has changed.",
  },
  {
    type: "COMMENT_ADDED",
    label: "Comments",
    about: "Somebody replied, or left a note for staff.",
  },
  { type: "MENTION", label: "Mentions", about: "Somebody wrote @ and your name." },
  { type: "DUE_DATE", label: "Due dates", about: "Your work is due within a day." },
  {
    type: "SLA_BREACH",
    label: "Service levels",
    about: "An agreed time is missed. Nothing is sent until times are agreed.",
  },
  { type: "SYSTEM", label: "Your account", about: "Another role, password or second factor." },
];

export const WEEKDAYS: readonly { day: Weekday; label: string; short: string }[] = [
  { day: "MONDAY", label: "Monday", short: "Mon" },
  { day: "TUESDAY", label: "Tuesday", short: "Tue" },
  { day: "WEDNESDAY", label: "Wednesday", short: "Wed" },
  { day: "THURSDAY", label: "Thursday", short: "Thu" },
  { day: "FRIDAY", label: "Friday", short: "Fri" },
  { day: "SATURDAY", label: "Saturday", short: "Sat" },
  { day: "SUNDAY", label: "Sunday", short: "Sun" },
];

/** What cannot be chosen otherwise: the server refuses it. */
export function isFixed(settings: UserSettings, type: NotificationType, channel: Channel): boolean {
  if (type === "SYSTEM" && channel === "mail") return true;
  return channel === "digest" && !settings.notifications[type].inApp;
}

/** The settings as they are once the patch is saved. */
export function withChanges(settings: UserSettings, patch: UserSettingsPatch): UserSettings {
  const notifications = { ...settings.notifications };
  for (const [type, channels] of Object.entries(patch.notifications ?? {})) {
    const key = type as NotificationType;
    notifications[key] = { ...notifications[key], ...channels };
  }
  return {
    ...settings,
    notifications,
    quietHours: patch.quietHours ?? settings.quietHours,
    digest: patch.digest ?? settings.digest,
    timeZone: patch.timeZone === undefined ? settings.timeZone : patch.timeZone,
  };
}

/** The digest lists what is under the bell, so it goes when the bell does. */
export function withChannel(
  patch: UserSettingsPatch,
  type: NotificationType,
  channel: Channel,
  isOn: boolean,
): UserSettingsPatch {
  const also = channel === "inApp" && !isOn ? { digest: false } : {};
  return {
    ...patch,
    notifications: {
      ...patch.notifications,
      [type]: { ...patch.notifications?.[type], [channel]: isOn, ...also },
    },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Of a patch what changes something; null if it changes nothing. */
export function effective(
  settings: UserSettings,
  patch: UserSettingsPatch,
): UserSettingsPatch | null {
  const next = withChanges(settings, patch);
  const result: UserSettingsPatch = {};
  for (const { type } of TYPES) {
    for (const { channel } of CHANNELS) {
      const isOn = next.notifications[type][channel];
      if (isOn === settings.notifications[type][channel]) continue;
      result.notifications = {
        ...result.notifications,
        [type]: { ...result.notifications?.[type], [channel]: isOn },
      };
    }
  }
  if (!isSame(next.quietHours, settings.quietHours)) result.quietHours = next.quietHours;
  if (!isSame(next.digest, settings.digest)) result.digest = next.digest;
  if ((next.timeZone ?? null) !== (settings.timeZone ?? null)) result.timeZone = next.timeZone;
  return Object.keys(result).length > 0 ? result : null;
}

/** What takes the patch back, from the settings before it. */
export function inverse(before: UserSettings, patch: UserSettingsPatch): UserSettingsPatch {
  const result: UserSettingsPatch = {};
  if (patch.notifications) {
    result.notifications = {};
    for (const type of Object.keys(patch.notifications) as NotificationType[]) {
      result.notifications[type] = before.notifications[type];
    }
  }
  if (patch.quietHours) result.quietHours = before.quietHours;
  if (patch.digest) result.digest = before.digest;
  if (patch.timeZone !== undefined) result.timeZone = before.timeZone ?? null;
  return result;
}

export interface QuietProblems {
  start?: string;
  end?: string;
  days?: string;
}

/** Why the quiet hours cannot be kept as they are. */
export function quietProblems({ quietHours }: UserSettings): QuietProblems {
  const { isEnabled, start, end, days } = quietHours;
  return {
    ...(start ? {} : { start: "Enter a time" }),
    ...(end ? {} : { end: "Enter a time" }),
    ...(end && start === end ? { end: "Must not be the same time" } : {}),
    ...(isEnabled && days.length === 0 ? { days: "Choose a day at least" } : {}),
  };
}
