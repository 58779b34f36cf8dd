import { Alert, Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { MailX } from "lucide-react";
import { useState } from "react";
import { BrowsersSection } from "@/features/notifications/browsers-section";
import { ChannelTable } from "@/features/notifications/channel-table";
import {
  effective,
  inverse,
  quietProblems,
  withChanges,
  withChannel,
} from "@/features/notifications/preferences";
import classes from "@/features/notifications/preferences-page.module.css";
import {
  DigestSection,
  QuietHoursSection,
  TimeZoneSection,
} from "@/features/notifications/timing-sections";
import { useChangeUserSettings, useUserSettings } from "@/features/notifications/use-user-settings";
import { hasStatus } from "@/shared/api/api-error";
import type { UserSettings, UserSettingsPatch } from "@/shared/api/types";
import { draft } from "@/shared/lib/draft";
import { useSystemSettings } from "@/shared/reference/use-system-settings";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { ErrorState } from "@/shared/ui/error-state";
import { showFailure } from "@/shared/ui/failure-toast";
import { FormError } from "@/shared/ui/form-error";
import { MeanwhileNotice } from "@/shared/ui/meanwhile-notice";
import { showUndo } from "@/shared/ui/undo-toast";

export function PreferencesPage() {
  useDocumentTitle("Notifications · Seaversity");
  const { data, error, refetch } = useUserSettings();
  return (
    <>
      <Title order={1} size="h2">
        Notifications
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        What you are told of, how, and when
      </Text>
      {data ? (
        <Preferences settings={data} />
      ) : error ? (
        <ErrorState
          error={error}
          title="Your choices could not be loaded"
          onRetry={() => void refetch()}
        />
      ) : (
        <Stack gap="md">
          <span className="sv-visually-hidden" role="status">
            Loading your choices
          </span>
          <Skeleton height={420} radius={12} />
          <Skeleton height={120} radius={12} />
        </Stack>
      )}
    </>
  );
}

const DRAFT = "notification-preferences";

function Preferences({ settings }: { settings: UserSettings }) {
  // What is chosen and not yet saved. It is laid upon the settings as they are now, so that a change
  // from another place is seen, and not lost.
  const [patch, setPatch] = useState<UserSettingsPatch>(
    () => draft.read<UserSettingsPatch>(DRAFT) ?? {},
  );
  const { mutate, isPending, error, reset } = useChangeUserSettings();
  const shown = withChanges(settings, patch);
  const changes = effective(settings, patch);
  const isWrong = Object.keys(quietProblems(shown)).length > 0;
  const isOvertaken = hasStatus(error, 412);

  const choose = (next: UserSettingsPatch) => {
    setPatch(next);
    if (effective(settings, next)) draft.write(DRAFT, next);
    else draft.clear(DRAFT);
  };
  const give = (part: UserSettingsPatch) => choose({ ...patch, ...part });
  const discard = () => {
    choose({});
    reset();
  };
  const save = () => {
    if (!changes) return;
    const before = settings;
    mutate(
      { version: settings.version, patch: changes },
      {
        onSuccess: ({ version }) => {
          discard();
          showUndo({
            title: "Saved",
            message: "From now on you are told so.",
            onUndo: () =>
              mutate(
                { version, patch: inverse(before, changes) },
                {
                  onError: (failure) => {
                    reset();
                    showFailure("Not taken back", failure);
                  },
                },
              ),
          });
        },
      },
    );
  };

  return (
    <form
      noValidate
      aria-label="Notifications"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong && !isPending) save();
      }}
    >
      <Stack gap="md">
        <MailNotice />
        <section className={`sv-card ${classes.card}`}>
          <Title order={2} size="h5" id="channels" mb="xs">
            What you are told of
          </Title>
          <ChannelTable
            settings={shown}
            onChange={(type, channel, isOn) => choose(withChannel(patch, type, channel, isOn))}
          />
          <Text c="dimmed" size="sm" mt="md">
            Mails about the security of your account always come. What you do yourself is never told
            to you.
          </Text>
        </section>
        <BrowsersSection />
        <QuietHoursSection settings={shown} onChange={give} />
        <DigestSection settings={shown} onChange={give} />
        <TimeZoneSection settings={shown} onChange={give} />
        {isOvertaken ? (
          <MeanwhileNotice
            title="Your settings were changed elsewhere meanwhile"
            changes={[]}
            advice={
              changes
                ? "You see them as they are now, with what you have chosen here. Save again if it still fits."
                : "You see them as they are now; they are what you have chosen here."
            }
          />
        ) : (
          <FormError error={error} />
        )}
        {changes ? (
          <section className={`sv-card ${classes.bar}`} aria-label="Unsaved changes">
            <Text size="sm" fw={600} role="status" className={classes.unsaved}>
              Not saved yet
            </Text>
            <Button variant="default" size="sm" disabled={isPending} onClick={discard}>
              Discard
            </Button>
            <Button type="submit" size="sm" loading={isPending} disabled={isWrong}>
              Save
            </Button>
          </section>
        ) : null}
      </Stack>
    </form>
  );
}

function MailNotice() {
  const user = useCurrentUser();
  const { data: system } = useSystemSettings();
  if (system?.emailNotifications === false) {
    return (
      <Alert color="yellow" icon={<MailX size={18} />} title={`${system.name} sends no mails now`}>
        Only what concerns the security of accounts is mailed. What you choose here holds once mails
        are sent again.
      </Alert>
    );
  }
  return <Text size="sm">Mails go to {user.email}.</Text>;
}
