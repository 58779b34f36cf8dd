import { Button, CopyButton, Group, Stack, Text } from "@mantine/core";
import { Check, Copy, Download, Printer } from "lucide-react";
import { useEffect, useRef } from "react";
import own from "@/features/account/two-factor.module.css";
import { useCurrentUser } from "@/shared/session/use-current-user";

interface RecoveryCodesViewProps {
  codes: string[];
  onClose: () => void;
}

function asText(codes: string[], email: string): string {
  return `Recovery codes of ${email} for Seaversity\nEach is good once in place of a code of the app.\n\n${codes.join("\n")}\n`;
}

function download(text: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = "seaversity-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The codes, which nobody can show a second time. */
export function RecoveryCodesView({ codes, onClose }: RecoveryCodesViewProps) {
  const { email } = useCurrentUser();
  const text = asText(codes, email);
  const start = useRef<HTMLDivElement>(null);
  // The form with the keyboard's place is gone.
  useEffect(() => start.current?.focus(), []);

  return (
    <Stack gap="md" ref={start} tabIndex={-1} style={{ outline: "none" }}>
      <Text size="sm">
        These are your recovery codes. Each lets you in once, in place of a code of the app, when
        your phone is lost or empty. Keep them where you will find them without it; they are shown
        this once.
      </Text>
      <div className={own.kept}>
        <p className={own.owner}>Seaversity, {email}</p>
        <ul className={own.codes} aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <Group gap="sm" className={own.screenOnly}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <Check size={16} /> : <Copy size={16} />}
              onClick={copy}
            >
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          leftSection={<Download size={16} />}
          onClick={() => download(text)}
        >
          Download
        </Button>
        <Button
          variant="default"
          leftSection={<Printer size={16} />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </Group>
      <Group justify="flex-end" className={own.screenOnly}>
        <Button onClick={onClose}>I have kept them</Button>
      </Group>
    </Stack>
  );
}
