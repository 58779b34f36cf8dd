import { Button, CopyButton, Group, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { type FormEvent, lazy, Suspense, useRef, useState } from "react";
import own from "@/features/account/two-factor.module.css";
import { fieldErrors } from "@/shared/api/field-errors";
import type { ProposedSecret } from "@/shared/api/types";
import { FormError } from "@/shared/ui/form-error";

const QrCode = lazy(() => import("@/features/account/qr-code"));

interface ConfirmSecretFormProps {
  proposed: ProposedSecret;
  isPending: boolean;
  error: unknown;
  onConfirm: (code: string) => void;
  onClose: () => void;
}

export function ConfirmSecretForm({
  proposed,
  isPending,
  error,
  onConfirm,
  onClose,
}: ConfirmSecretFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const refused = fieldErrors(error, ["code"]).fields.code;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const digits = code.replaceAll(/\s/g, "");
    if (/^\d{6}$/.test(digits)) {
      setProblem(null);
      onConfirm(digits);
    } else {
      setProblem("Enter the six digits that the app shows");
      input.current?.focus();
    }
  };

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <FormError error={error} fields={["code"]} />
        <div className={own.scan}>
          <div className={own.qr}>
            <Suspense fallback={<Skeleton height="100%" />}>
              <QrCode text={proposed.uri} label="QR code for your authenticator app" />
            </Suspense>
          </div>
          <div className={own.byHand}>
            <Text size="sm">
              Scan this with your authenticator app. Or, if you cannot, type this secret into it:
            </Text>
            <code className={own.secret}>{inFours(proposed.secret)}</code>
            <CopyButton value={proposed.secret}>
              {({ copied, copy }) => (
                <Button
                  size="compact-sm"
                  variant="light"
                  leftSection={copied ? <Check size={15} /> : <Copy size={15} />}
                  onClick={copy}
                >
                  {copied ? "Copied" : "Copy the secret"}
                </Button>
              )}
            </CopyButton>
          </div>
        </div>
        <TextInput
          ref={input}
          label="Code"
          description="Six digits, as the app shows them now"
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={20}
          autoFocus
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value);
            setProblem(null);
          }}
          error={
            problem ??
            (refused && !isPending
              ? `This ${refused.charAt(0).toLowerCase()}${refused.slice(1)}`
              : null)
          }
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} disabled={isPending}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Switch on
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Four at a time are easier to type. */
function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
