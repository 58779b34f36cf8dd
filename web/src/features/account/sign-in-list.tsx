import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Laptop, Smartphone } from "lucide-react";
import { useState } from "react";
import classes from "@/features/account/settings.module.css";
import own from "@/features/account/sign-in-list.module.css";
import { type Ending, useEndSignIns, useSignIns } from "@/features/account/use-sign-ins";
import { errorMessage } from "@/shared/api/error-message";
import type { SignIn } from "@/shared/api/types";
import { describeBrowser } from "@/shared/lib/describe-browser";
import { signOut } from "@/shared/session/sign-out";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";
import { ErrorState } from "@/shared/ui/error-state";
import { RelativeTime } from "@/shared/ui/relative-time";

export function SignInList() {
  const list = useSignIns();
  const { mutate, isPending, variables, error, reset } = useEndSignIns();
  const [asked, setAsked] = useState<"others" | "all" | null>(null);
  const others = list.data?.filter(({ isCurrent }) => !isCurrent) ?? [];

  const end = (ending: Ending) =>
    mutate(ending, {
      onSuccess: () => {
        if (ending === "all") return void signOut();
        setAsked(null);
        notifications.show({
          color: "teal",
          message: typeof ending === "object" ? "Signed out there." : "Signed out everywhere else.",
        });
      },
      onError: (failure) => {
        if (typeof ending !== "object") return;
        notifications.show({
          color: "red",
          title: "Not signed out there",
          message: errorMessage(failure),
        });
      },
    });
  const ask = (what: "others" | "all" | null) => {
    reset();
    setAsked(what);
  };

  return (
    <section
      className={`sv-card ${classes.card}`}
      aria-labelledby="sign-ins"
      aria-busy={list.isPending}
    >
      <Title order={2} size="h5" id="sign-ins">
        Where you are signed in
      </Title>
      <Text c="dimmed" size="sm" mb="xs">
        Something that you do not know? Sign it out, and change your password.
      </Text>
      {list.isPending ? (
        <Stack gap="sm" py="sm">
          <span className="sv-visually-hidden" role="status">
            Loading
          </span>
          <Skeleton height={40} />
          <Skeleton height={40} />
        </Stack>
      ) : list.isError && !list.data ? (
        <ErrorState
          error={list.error}
          title="This could not be loaded"
          onRetry={() => void list.refetch()}
        />
      ) : (
        <>
          <ul className={own.list}>
            {list.data.map((signIn) => (
              <SignInItem
                key={signIn.id}
                signIn={signIn}
                isEnding={isPending && typeof variables === "object" && variables.id === signIn.id}
                onEnd={() => end({ id: signIn.id })}
              />
            ))}
          </ul>
          <Group gap="sm" mt="md">
            <Button variant="default" disabled={others.length === 0} onClick={() => ask("others")}>
              Sign out everywhere else
            </Button>
            <Button variant="default" onClick={() => ask("all")}>
              Sign out everywhere
            </Button>
          </Group>
        </>
      )}
      {asked ? (
        <ConfirmDialog
          title={asked === "all" ? "Sign out everywhere?" : "Sign out everywhere else?"}
          confirm="Sign out"
          isDangerous
          isPending={isPending}
          error={error}
          onConfirm={() => end(asked)}
          onClose={() => ask(null)}
        >
          {asked === "all"
            ? "You are signed out in every browser at once, in this one too. What was typed elsewhere and not sent is lost."
            : "You are signed out at once in every browser but this one. What was typed there and not sent is lost."}
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

interface SignInItemProps {
  signIn: SignIn;
  isEnding: boolean;
  onEnd: () => void;
}

function SignInItem({ signIn, isEnding, onEnd }: SignInItemProps) {
  const { name, isMobile } = describeBrowser(signIn.userAgent);
  const Icon = isMobile ? Smartphone : Laptop;
  return (
    <li className={own.item}>
      <span className={own.icon} aria-hidden="true">
        <Icon size={20} />
      </span>
      <div className={own.about}>
        <Text size="sm" fw={600}>
          {name}
          {signIn.isCurrent ? <span className={own.here}>This browser</span> : null}
        </Text>
        <Text size="xs" c="dimmed">
          {signIn.ipAddress ? `From ${signIn.ipAddress} · ` : null}
          signed in <RelativeTime instant={signIn.createdAt} />
          {signIn.isCurrent ? null : (
            <>
              {" "}
              · last active <RelativeTime instant={signIn.lastActiveAt} />
            </>
          )}
        </Text>
      </div>
      {signIn.isCurrent ? null : (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={isEnding}
          onClick={onEnd}
          aria-label={`Sign out ${name}${signIn.ipAddress ? `, ${signIn.ipAddress}` : ""}`}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
