import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { isNotEmpty, useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useRef } from "react";
import { AuthLink } from "@/features/auth/auth-link";
import { emailProblem } from "@/features/auth/email-problem";
import { asksForCode, type Credentials, signIn } from "@/features/auth/sign-in";
import { hasStatus } from "@/shared/api/api-error";
import { errorMessage } from "@/shared/api/error-message";
import { fieldErrors } from "@/shared/api/field-errors";
import { focusInvalid } from "@/shared/lib/focus-invalid";
import { PasswordField } from "@/shared/ui/password-field";

interface PasswordFormProps {
  email: string;
  /** Why the form is shown once more. */
  error: unknown;
  onCodeNeeded: (credentials: Credentials) => void;
}

function message(error: unknown): string {
  if (hasStatus(error, 401)) return "The e-mail or the password is not right.";
  return errorMessage(error);
}

export function PasswordForm({ email, error: before, onCodeNeeded }: PasswordFormProps) {
  const fields = useRef<HTMLFormElement>(null);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email, password: "" },
    validate: { email: emailProblem, password: isNotEmpty("Enter your password") },
  });
  const mutation = useMutation({
    mutationFn: signIn,
    onError: (error, credentials) => {
      if (asksForCode(error)) onCodeNeeded(credentials);
      else {
        const { fields: refused } = fieldErrors(error, ["email", "password"]);
        focusInvalid(fields.current, () => form.setErrors(refused));
      }
    },
  });
  const error = mutation.error ?? (mutation.isIdle ? before : null);

  return (
    <form
      ref={fields}
      noValidate
      onSubmit={form.onSubmit(
        ({ email, password }) => mutation.mutate({ email: email.trim(), password }),
        () => focusInvalid(fields.current),
      )}
    >
      <Stack gap="md">
        {error ? (
          <Alert color="red" variant="light" icon={<CircleAlert size={18} />} role="alert">
            {message(error)}
          </Alert>
        ) : null}
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoFocus={!email}
          size="md"
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        <PasswordField
          label="Password"
          autoComplete="current-password"
          autoFocus={Boolean(email)}
          size="md"
          key={form.key("password")}
          {...form.getInputProps("password")}
        />
        <Button type="submit" size="md" fullWidth loading={mutation.isPending}>
          Sign in
        </Button>
        <Group justify="center">
          <AuthLink to="/forgot-password">Forgot your password?</AuthLink>
        </Group>
      </Stack>
    </form>
  );
}
