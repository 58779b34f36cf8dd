import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { isNotEmpty, useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useRef } from "react";
import classes from "@/features/account/settings.module.css";
import { signInsQuery } from "@/features/account/use-sign-ins";
import { api, unwrap } from "@/shared/api/client";
import { fieldErrors } from "@/shared/api/field-errors";
import { focusInvalid } from "@/shared/lib/focus-invalid";
import { passwordRule } from "@/shared/lib/password-rule";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { FormError } from "@/shared/ui/form-error";
import { NewPasswordField, newPasswordProblem, PasswordField } from "@/shared/ui/password-field";

const FIELDS = ["currentPassword", "password"];

export function ChangePasswordForm() {
  const client = useQueryClient();
  const { email } = useCurrentUser();
  const fields = useRef<HTMLFormElement>(null);
  const form = useForm({
    initialValues: { currentPassword: "", password: "" },
    validate: {
      currentPassword: isNotEmpty("Enter your current password"),
      password: newPasswordProblem,
    },
  });
  const mutation = useMutation({
    mutationFn: (body: { currentPassword: string; password: string }) =>
      unwrap(api.POST("/api/auth/change-password", { body })),
    onSuccess: () => {
      form.reset();
      void client.invalidateQueries({ queryKey: signInsQuery.queryKey });
      notifications.show({
        color: "teal",
        icon: <CircleCheck size={18} />,
        title: "Your password is changed",
        message: "You are signed out everywhere but here.",
      });
    },
    onError: (error) => {
      const { currentPassword, password } = fieldErrors(error, FIELDS).fields;
      focusInvalid(fields.current, () =>
        form.setErrors({
          ...(currentPassword ? { currentPassword: "This is not your current password" } : {}),
          ...(password ? { password: passwordRule(password) } : {}),
        }),
      );
    },
  });
  return (
    <section className={`sv-card ${classes.card}`} aria-labelledby="password">
      <Title order={2} size="h5" id="password">
        Password
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        Changing it signs you out everywhere else.
      </Text>
      <form
        ref={fields}
        noValidate
        onSubmit={form.onSubmit(
          (values) => mutation.mutate(values),
          () => focusInvalid(fields.current),
        )}
      >
        <Stack gap="md">
          <FormError error={mutation.error} fields={FIELDS} />
          {/* So that a password manager knows whose password it is. */}
          <input
            hidden
            type="text"
            name="username"
            autoComplete="username"
            value={email}
            readOnly
          />
          <PasswordField
            label="Current password"
            autoComplete="current-password"
            {...form.getInputProps("currentPassword")}
          />
          <NewPasswordField {...form.getInputProps("password")} />
          <Group justify="flex-end">
            <Button type="submit" loading={mutation.isPending}>
              Change the password
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}
