import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import classes from "@/features/organisation/admin-settings-page.module.css";
import { SettingsForm } from "@/features/organisation/settings-form";
import { systemSettingsQuery } from "@/shared/reference/use-system-settings";
import { ErrorState } from "@/shared/ui/error-state";

/** Where admins set what holds for everybody. */
export function AdminSettingsPage() {
  useDocumentTitle("Settings · Seaversity");
  // Who is about to change them sees them as they are now.
  const { data, error, refetch } = useQuery({
    ...systemSettingsQuery,
    refetchOnMount: "always",
  });
  return (
    <div className={classes.page}>
      <Title order={1} size="h2">
        Settings
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        What holds for everybody
      </Text>
      {data ? (
        <SettingsForm settings={data} />
      ) : error ? (
        <section className="sv-card">
          <ErrorState
            error={error}
            title="The settings could not be loaded"
            onRetry={() => void refetch()}
          />
        </section>
      ) : (
        <Stack gap="md">
          <span className="sv-visually-hidden" role="status">
            Loading the settings
          </span>
          <Skeleton height={220} radius={12} />
          <Skeleton height={160} radius={12} />
          <Skeleton height={120} radius={12} />
        </Stack>
      )}
    </div>
  );
}
