import { Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { ChangePasswordForm } from "@/features/account/change-password-form";
import { SignInList } from "@/features/account/sign-in-list";
import { TwoFactorSection } from "@/features/account/two-factor-section";

export function SecurityPage() {
  useDocumentTitle("Security · Seaversity");
  return (
    <>
      <Title order={1} size="h2">
        Security
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        Your password, a second factor, and where you are signed in
      </Text>
      <Stack gap="md">
        <ChangePasswordForm />
        <TwoFactorSection />
        <SignInList />
      </Stack>
    </>
  );
}
