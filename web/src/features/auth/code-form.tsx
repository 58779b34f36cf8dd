import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { type Credentials, refusesCode, signIn } from "@/features/auth/sign-in";
import { hasStatus } from "@/shared/api/api-error";
import { fieldErrors } from "@/shared/api/field-errors";
import { FormError } from "@/shared/ui/form-error";

const KINDS = {
  app: {
    label: "Code",
    description: "Six digits, as your app shows them now",
    missing: "Enter the six digits that the app shows",
    other: "Use a recovery code instead",
    isGood: (code: string) => /^\d{6}$/.test(code.replaceAll(/\s/g, "")),
  },
  recovery: {
    label: "Recovery code",
    description: "One that you have not used yet, like abcd-efgh-jkmn",
    missing: "Enter one of your recovery codes",
    other: "Use a code of the app instead",
    isGood: (code: string) => code.length >= 8,
  },
};

interface CodeFormProps {
  /** E-mail and password, which were right. */
  credentials: Credentials;
  /** With the reason, if the password is not good any more. */
  onStartAgain: (why?: unknown) => void;
}

export function CodeForm({ credentials, onStartAgain }: CodeFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<keyof typeof KINDS>("app");
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const { label, description, missing, other, isGood } = KINDS[kind];
  const mutation = useMutation({
    mutationFn: signIn,
    onError: (error) => {
      if (hasStatus(error, 401) && !refusesCode(error)) return onStartAgain(error);
      setProblem(fieldErrors(error, ["code"]).fields.code ?? null);
      input.current?.select();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = code.trim();
    if (mutation.isPending) return;
    setProblem(isGood(typed) ? null : missing);
    if (isGood(typed)) mutation.mutate({ ...credentials, code: typed });
    else input.current?.focus();
  };
  const switchKind = () => {
    setKind(kind === "app" ? "recovery" : "app");
    setCode("");
    setProblem(null);
    mutation.reset();
  };

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <FormError error={mutation.error} fields={["code"]} />
        <TextInput
          ref={input}
          key={kind}
          label={label}
          description={description}
          name="code"
          autoComplete={kind === "app" ? "one-time-code" : "off"}
          inputMode={kind === "app" ? "numeric" : "text"}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          autoFocus
          size="md"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={problem}
        />
        <Button type="submit" size="md" fullWidth loading={mutation.isPending}>
          Sign in
        </Button>
        <Group justify="space-between" gap="xs">
          <Button variant="subtle" size="compact-sm" onClick={switchKind}>
            {other}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onStartAgain()}>
            Start again
          </Button>
        </Group>
        {kind === "recovery" ? (
          <Text size="xs" c="dimmed">
            No recovery code left either? An admin of your help desk can let you in with the
            password alone.
          </Text>
        ) : null}
      </Stack>
    </form>
  );
}
