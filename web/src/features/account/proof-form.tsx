import { Button, Group, Stack, Text } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { fieldErrors } from "@/shared/api/field-errors";
import { FormError } from "@/shared/ui/form-error";
import { PasswordField } from "@/shared/ui/password-field";

interface ProofFormProps {
  children: ReactNode;
  confirm: string;
  isDangerous?: boolean;
  isPending: boolean;
  error: unknown;
  onProve: (password: string) => void;
  onClose: () => void;
}

/** Asks for the password once more, so that it is not just somebody at an unlocked computer. */
export function ProofForm({
  children,
  confirm,
  isDangerous = false,
  isPending,
  error,
  onProve,
  onClose,
}: ProofFormProps) {
  const [password, setPassword] = useState("");
  const [isMissing, setMissing] = useState(false);
  const isWrong = fieldErrors(error, ["password"]).fields.password !== undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setMissing(!password);
    if (password) onProve(password);
  };

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <FormError error={error} fields={["password"]} />
        <Text size="sm" component="div">
          {children}
        </Text>
        <PasswordField
          label="Your password"
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            setMissing(false);
          }}
          error={
            isMissing
              ? "Enter your password"
              : isWrong && !isPending
                ? "This is not your password"
                : null
          }
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} disabled={isPending}>
            Cancel
          </Button>
          <Button type="submit" color={isDangerous ? "red.8" : undefined} loading={isPending}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
