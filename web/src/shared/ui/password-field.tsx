import { PasswordInput, type PasswordInputProps } from "@mantine/core";

/** A password that can be looked at while it is typed. */
export function PasswordField(props: PasswordInputProps) {
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ "aria-label": "Show the password", tabIndex: 0 }}
      {...props}
    />
  );
}

/** A password that is to be; whether it is good enough is for the server to say. */
export function NewPasswordField(props: PasswordInputProps) {
  return (
    <PasswordField
      label="New password"
      description="10 characters or more. A few words that do not belong together are easy to keep in mind and hard to guess."
      autoComplete="new-password"
      minLength={10}
      maxLength={200}
      {...props}
    />
  );
}

/** What is wrong with a new password before anybody is asked. */
export function newPasswordProblem(password: string): string | null {
  return password ? null : "Choose a password";
}
