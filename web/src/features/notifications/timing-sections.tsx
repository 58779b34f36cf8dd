import { Chip, Group, Input, Select, Switch, Text, TextInput, Title } from "@mantine/core";
import { quietProblems, WEEKDAYS } from "@/features/notifications/preferences";
import classes from "@/features/notifications/preferences-page.module.css";
import type { UserSettings, UserSettingsPatch, Weekday } from "@/shared/api/types";
import { useSystemSettings } from "@/shared/reference/use-system-settings";
import { TimeZoneSelect } from "@/shared/ui/time-zone-select";

interface SectionProps {
  settings: UserSettings;
  onChange: (patch: UserSettingsPatch) => void;
}

export function QuietHoursSection({ settings, onChange }: SectionProps) {
  const { quietHours } = settings;
  const problems = quietProblems(settings);
  const change = (part: Partial<typeof quietHours>) =>
    onChange({ quietHours: { ...quietHours, ...part } });
  return (
    <section className={`sv-card ${classes.card}`} aria-labelledby="quiet-hours">
      <Title order={2} size="h5" id="quiet-hours">
        Quiet hours
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        Mails wait until they end; the bell and your browsers stay silent
      </Text>
      <Switch
        label="Keep quiet hours"
        checked={quietHours.isEnabled}
        onChange={(event) => change({ isEnabled: event.currentTarget.checked })}
      />
      {quietHours.isEnabled ? (
        <>
          <Group mt="md" align="flex-start">
            <TextInput
              type="time"
              label="From"
              value={quietHours.start}
              error={problems.start}
              onChange={(event) => change({ start: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label="Until"
              description={quietHours.end < quietHours.start ? "On the next day" : undefined}
              inputWrapperOrder={["label", "input", "description", "error"]}
              value={quietHours.end}
              error={problems.end}
              onChange={(event) => change({ end: event.currentTarget.value })}
            />
          </Group>
          <Input.Wrapper
            mt="md"
            label="Days on which they begin"
            labelElement="div"
            error={problems.days}
          >
            <Chip.Group
              multiple
              value={quietHours.days}
              onChange={(days) =>
                change({
                  days: WEEKDAYS.map(({ day }) => day).filter((day: Weekday) => days.includes(day)),
                })
              }
            >
              <Group gap={6} mt={4}>
                {WEEKDAYS.map(({ day, label, short }) => (
                  <Chip key={day} value={day} size="sm" aria-label={label}>
                    {short}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </Input.Wrapper>
        </>
      ) : null}
    </section>
  );
}

const FREQUENCIES = [
  { value: "OFF", label: "Never" },
  { value: "DAILY", label: "Every day" },
  { value: "WEEKLY", label: "Every week" },
];

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

export function DigestSection({ settings, onChange }: SectionProps) {
  const { digest } = settings;
  const { data: system } = useSystemSettings();
  return (
    <section className={`sv-card ${classes.card}`} aria-labelledby="digest">
      <Title order={2} size="h5" id="digest">
        Digest
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        One mail with what is new and unread, of the types that are ticked above
      </Text>
      <Group align="flex-start">
        <Select
          label="How often"
          allowDeselect={false}
          data={FREQUENCIES}
          value={digest.frequency}
          onChange={(frequency) =>
            frequency &&
            onChange({ digest: { ...digest, frequency: frequency as typeof digest.frequency } })
          }
        />
        {digest.frequency === "OFF" ? null : (
          <Select
            label="At"
            allowDeselect={false}
            data={HOURS}
            value={String(digest.hour)}
            onChange={(hour) => hour && onChange({ digest: { ...digest, hour: Number(hour) } })}
          />
        )}
      </Group>
      {system?.dailySummaries === false ? (
        <Text size="sm" mt="sm">
          {system.name} sends no digests at present. Your choice holds once it does.
        </Text>
      ) : null}
    </section>
  );
}

export function TimeZoneSection({ settings, onChange }: SectionProps) {
  const { data: system } = useSystemSettings();
  const theirs = system ? `${system.defaultTimeZone.replaceAll("_", " ")}, as for everybody` : "";
  return (
    <section className={`sv-card ${classes.card}`} aria-labelledby="time-zone">
      <Title order={2} size="h5" id="time-zone">
        Time zone
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        By it your quiet hours and your digest are kept
      </Text>
      <TimeZoneSelect
        aria-labelledby="time-zone"
        clearable
        clearButtonProps={{ "aria-label": "Use the organisation's time zone" }}
        placeholder={theirs}
        value={settings.timeZone ?? null}
        onChange={(timeZone) => onChange({ timeZone })}
      />
    </section>
  );
}
