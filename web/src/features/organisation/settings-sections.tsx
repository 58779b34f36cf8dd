import { NumberInput, Select, Stack, Switch, Text, TextInput, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "@/features/organisation/admin-settings-page.module.css";
import type { SettingsField, SettingsValues } from "@/features/organisation/settings-edit";
import type { Priority, SystemSettings } from "@/shared/api/types";
import { sizeWords } from "@/shared/files/file-types";
import { PRIORITIES, PRIORITY_LABEL } from "@/shared/lib/labels";
import { TimeZoneSelect } from "@/shared/ui/time-zone-select";

interface PartProps {
  values: SettingsValues;
  errors: Partial<Record<SettingsField, string>>;
  onChange: (change: Partial<SettingsValues>) => void;
}

export function OrganisationSection({ values, errors, onChange }: PartProps) {
  return (
    <Section id="organisation" title="Organisation">
      <TextInput
        label="Name"
        description="What you are called in digests and where the app speaks of you"
        maxLength={80}
        required
        withAsterisk
        value={values.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={errors.name}
      />
      <TimeZoneSelect
        label="Time zone"
        description="For the quiet hours and digests of those who have chosen none"
        allowDeselect={false}
        value={values.defaultTimeZone}
        onChange={(zone) => zone && onChange({ defaultTimeZone: zone })}
        error={errors.defaultTimeZone}
      />
    </Section>
  );
}

export function MailSection({ values, errors, onChange }: PartProps) {
  return (
    <Section id="mail" title="Mail">
      <Switch
        label="Mails about work"
        aria-label="Mails about work"
        description="What happens to tickets and tasks is mailed to those who chose so. What concerns the security of an account is always mailed"
        checked={values.emailNotifications}
        onChange={(event) => onChange({ emailNotifications: event.currentTarget.checked })}
        error={errors.emailNotifications}
      />
      <Switch
        label="Digests"
        aria-label="Digests"
        description={
          values.emailNotifications
            ? "One mail with all that is new and unread, daily or weekly, to those who chose it"
            : "None is sent while mails about work are off"
        }
        checked={values.dailySummaries}
        onChange={(event) => onChange({ dailySummaries: event.currentTarget.checked })}
        error={errors.dailySummaries}
      />
    </Section>
  );
}

export function TicketsSection({ values, errors, onChange }: PartProps) {
  return (
    <Section id="tickets" title="Tickets">
      <Select
        label="Highest priority for requesters"
        description="As urgent as they may call a ticket. The team may set any priority afterwards"
        data={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABEL[value] }))}
        allowDeselect={false}
        checkIconPosition="right"
        value={values.requesterPriorityCap}
        onChange={(value) => value && onChange({ requesterPriorityCap: value as Priority })}
        error={errors.requesterPriorityCap}
      />
      <NumberInput
        label="Days to reopen"
        description="For so many days after it was resolved, a requester’s reply reopens a ticket. Later it opens a new one that is linked to it; with 0, always"
        min={0}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        value={values.followUpAfterDays ?? ""}
        onChange={(days) => onChange({ followUpAfterDays: typeof days === "number" ? days : null })}
        error={errors.followUpAfterDays}
      />
    </Section>
  );
}

export function MoodleSection({ values, errors, onChange }: PartProps) {
  return (
    <Section id="moodle" title="Moodle">
      <Switch
        label="Moodle in the menu"
        aria-label="Moodle in the menu"
        description="Everybody finds the way to your Moodle site in the menu and in the command palette"
        checked={values.moodleIntegration}
        onChange={(event) => onChange({ moodleIntegration: event.currentTarget.checked })}
        error={errors.moodleIntegration}
      />
      <TextInput
        type="url"
        label="Moodle site"
        description="Where it begins, such as https://moodle.example.org"
        maxLength={200}
        autoComplete="off"
        required={values.moodleIntegration}
        withAsterisk={values.moodleIntegration}
        value={values.moodleUrl ?? ""}
        onChange={(event) => onChange({ moodleUrl: event.currentTarget.value })}
        error={errors.moodleUrl}
      />
    </Section>
  );
}

/** What is not set here, and yet worth knowing. */
export function LimitsSection({ limits }: Pick<SystemSettings, "limits">) {
  const { requestsPerSecond, requestsAtOnce, attachmentBytes, bulkItems } = limits;
  return (
    <Section id="limits" title="Limits">
      <Text c="dimmed" size="sm">
        What Seaversity takes at most here. Who deploys it sets the numbers of requests; the others
        are fixed.
      </Text>
      <dl className={classes.facts}>
        <dt>Requests per second, of all together</dt>
        <dd>{requestsPerSecond.toLocaleString("en-GB")}</dd>
        <dt>Requests at once, of all together</dt>
        <dd>{requestsAtOnce.toLocaleString("en-GB")}</dd>
        <dt>Size of one attachment</dt>
        <dd>{sizeWords(attachmentBytes)}</dd>
        <dt>Tickets changed in one step</dt>
        <dd>{bulkItems.toLocaleString("en-GB")}</dd>
      </dl>
    </Section>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={`sv-card ${classes.card}`} aria-labelledby={id}>
      <Title order={2} size="h5" id={id} mb="md">
        {title}
      </Title>
      <Stack gap="md">{children}</Stack>
    </section>
  );
}
