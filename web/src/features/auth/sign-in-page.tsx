import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { isNotEmpty, useForm } from "@mantine/form";
import { useDocumentTitle } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { signIn } from "@/features/auth/sign-in";
import classes from "@/features/auth/sign-in-page.module.css";
import { hasStatus } from "@/shared/api/api-error";
import { errorMessage } from "@/shared/api/error-message";
import { fieldErrors } from "@/shared/api/field-errors";
import { Logo } from "@/shared/ui/logo";

function message(error: unknown): string {
  if (hasStatus(error, 401)) return "The e-mail or the password is not right.";
  return errorMessage(error);
}

export function SignInPage() {
  useDocumentTitle("Sign in · Seaversity");
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : "Enter your e-mail address"),
      password: isNotEmpty("Enter your password"),
    },
  });
  const mutation = useMutation({
    mutationFn: signIn,
    onError: (error) => {
      const { fields } = fieldErrors(error, ["email", "password"]);
      form.setErrors(fields);
    },
  });

  return (
    <main className={classes.page}>
      <div className={classes.sea} aria-hidden="true">
        <svg viewBox="0 0 1440 320" preserveAspectRatio="none" focusable="false">
          <title>Waves</title>
          <path d="M0 140C200 60 380 200 640 150s420-120 800-20v190H0Z" opacity=".35" />
          <path d="M0 200C240 130 420 260 720 210s460-90 720-10v120H0Z" opacity=".55" />
          <path d="M0 250c260-60 460 50 760 10s440-60 680 0v60H0Z" />
        </svg>
      </div>
      <div className={classes.card}>
        <Stack gap={4} mb="lg">
          <div className={classes.brand}>
            <Logo size={34} />
            <span>Seaversity</span>
          </div>
          <Title order={1} size="h3">
            Sign in
          </Title>
          <Text c="dimmed" size="sm">
            Help for courses, accounts and equipment.
          </Text>
        </Stack>
        <form
          noValidate
          onSubmit={form.onSubmit(({ email, password }) =>
            mutation.mutate({ email: email.trim(), password }),
          )}
        >
          <Stack gap="md">
            {mutation.isError ? (
              <Alert color="red" variant="light" icon={<CircleAlert size={18} />} role="alert">
                {message(mutation.error)}
              </Alert>
            ) : null}
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
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              size="md"
              visibilityToggleButtonProps={{ "aria-label": "Show the password", tabIndex: 0 }}
              key={form.key("password")}
              {...form.getInputProps("password")}
            />
            <Button type="submit" size="md" fullWidth loading={mutation.isPending}>
              Sign in
            </Button>
          </Stack>
        </form>
      </div>
    </main>
  );
}
