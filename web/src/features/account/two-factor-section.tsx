import { Alert, Button, Group, Skeleton, Text, Title } from "@mantine/core";
import { KeyRound, ShieldCheck, ShieldOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { DisableTwoFactorDialog } from "@/features/account/disable-two-factor-dialog";
import { RenewCodesDialog } from "@/features/account/renew-codes-dialog";
import classes from "@/features/account/settings.module.css";
import own from "@/features/account/two-factor.module.css";
import { TwoFactorDialog } from "@/features/account/two-factor-dialog";
import { useTwoFactor } from "@/features/account/use-two-factor";
import type { TwoFactor } from "@/shared/api/types";
import { ErrorState } from "@/shared/ui/error-state";
import { RelativeTime } from "@/shared/ui/relative-time";

const FEW_CODES = 3;

export function TwoFactorSection() {
  const query = useTwoFactor();
  const [dialog, setDialog] = useState<"set-up" | "renew" | "disable" | null>(null);
  const close = () => setDialog(null);
  return (
    <section
      className={`sv-card ${classes.card}`}
      aria-labelledby="two-factor"
      aria-busy={query.isPending}
    >
      <Title order={2} size="h5" id="two-factor">
        Second factor
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        With it, signing in takes a code of an app on your phone besides the password. Somebody who
        got hold of your password alone stays outside.
      </Text>
      {query.isPending ? (
        <>
          <span className="sv-visually-hidden" role="status">
            Loading
          </span>
          <Skeleton height={36} />
        </>
      ) : query.isError && !query.data ? (
        <ErrorState
          error={query.error}
          title="This could not be loaded"
          onRetry={() => void query.refetch()}
        />
      ) : query.data.isEnabled ? (
        <Enabled
          state={query.data}
          actions={
            <>
              <Button
                variant="default"
                leftSection={<KeyRound size={16} />}
                onClick={() => setDialog("renew")}
              >
                New recovery codes
              </Button>
              <Button
                variant="default"
                leftSection={<ShieldOff size={16} />}
                onClick={() => setDialog("disable")}
              >
                Switch off
              </Button>
            </>
          }
        />
      ) : (
        <Button leftSection={<ShieldCheck size={16} />} onClick={() => setDialog("set-up")}>
          Set up
        </Button>
      )}
      {dialog === "set-up" ? <TwoFactorDialog onClose={close} /> : null}
      {dialog === "renew" ? <RenewCodesDialog onClose={close} /> : null}
      {dialog === "disable" ? <DisableTwoFactorDialog onClose={close} /> : null}
    </section>
  );
}

function Enabled({ state, actions }: { state: TwoFactor; actions: ReactNode }) {
  const { recoveryCodesLeft: left, since } = state;
  return (
    <>
      <div className={own.state}>
        <ShieldCheck size={18} aria-hidden="true" />
        <span>
          <strong>On</strong>
          {since ? (
            <>
              {" "}
              since <RelativeTime instant={since} />
            </>
          ) : null}{" "}
          · {left === 1 ? "1 recovery code" : `${left} recovery codes`} left
        </span>
      </div>
      {left <= FEW_CODES ? (
        <Alert color="yellow" variant="light" mb="md" classNames={{ root: own.few }}>
          {left === 0 ? "You have no recovery codes left." : "You have few recovery codes left."}{" "}
          Make new ones, so that you can sign in when your phone is not there.
        </Alert>
      ) : null}
      <Group gap="sm">{actions}</Group>
    </>
  );
}
