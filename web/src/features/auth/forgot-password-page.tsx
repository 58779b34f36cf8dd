import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDocumentTitle } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import { useRef } from "react";
import { AuthFrame } from "@/features/auth/auth-frame";
import { AuthLink } from "@/features/auth/auth-link";
import { emailProblem } from "@/features/auth/email-problem";
import { api, unwrap } from "@/shared/api/client";
import { fieldErrors } from "@/shared/api/field-errors";
import { focusInvalid } from "@/shared/lib/focus-invalid";
import { FormError } from "@/shared/ui/form-error";

export function ForgotPasswordPage() {
  useDocumentTitle("Forgotten password · Seaversity");
  const fields = useRef<HTMLFormElement>(null);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "" },
    validate: { email: emailProblem },
  });
  const mutation = useMutation({
    mutationFn: (email: string) =>
      unwrap(api.POST("/api/auth/forgot-password", { body: { email } })),
    onError: (error) =>
      focusInvalid(fields.current, () => form.setErrors(fieldErrors(error, ["email"]).fields)),
  });

  if (mutation.isSuccess) {
    return (
      <AuthFrame title="Look into your mail" about="The link in it is good once, for one hour.">
        <Stack gap="md">
          <Alert color="teal" variant="light" icon={<MailCheck size={18} />} role="status">
            If there is an account for {mutation.variables}, a mail with a link to choose a new
            password is on its way.
          </Alert>
          <Text size="sm" c="dimmed">
            Nothing there after a few minutes? Look among the unwanted mails, and check whether the
            address is the one that you sign in with.
          </Text>
          <Group justify="space-between" gap="xs">
            <Button variant="subtle" size="compact-sm" onClick={() => mutation.reset()}>
              Try another address
            </Button>
            <AuthLink to="/sign-in">Back to sign-in</AuthLink>
          </Group>
        </Stack>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      title="Forgot your password?"
      about="Tell us your e-mail address, and we send you a link to choose a new one."
    >
      <form
        ref={fields}
        noValidate
        onSubmit={form.onSubmit(
          ({ email }) => mutation.mutate(email.trim()),
          () => focusInvalid(fields.current),
        )}
      >
        <Stack gap="md">
          <FormError error={mutation.error} fields={["email"]} />
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            inputMode="email"
            autoFocus
            size="md"
            key={form.key("email")}
            {...form.getInputProps("email")}
          />
          <Button type="submit" size="md" fullWidth loading={mutation.isPending}>
            Send the link
          </Button>
          <Group justify="center">
            <AuthLink to="/sign-in">Back to sign-in</AuthLink>
          </Group>
        </Stack>
      </form>
    </AuthFrame>
  );
}
