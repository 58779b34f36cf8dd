import { Alert, Button, Text, Title } from "@mantine/core";
import { BellOff, BellRing } from "lucide-react";
import classes from "@/features/notifications/preferences-page.module.css";
import {
  usePushState,
  useStartPush,
  useStopPush,
  useTellingBrowsers,
} from "@/features/notifications/use-browser-push";
import type { PushSubscription } from "@/shared/api/types";
import { ErrorState } from "@/shared/ui/error-state";
import { showFailure } from "@/shared/ui/failure-toast";
import { RelativeTime } from "@/shared/ui/relative-time";

/** Which browsers tell while the app is not open there. */
export function BrowsersSection() {
  const list = useTellingBrowsers();
  const { data: state } = usePushState();
  const start = useStartPush();
  const stop = useStopPush();
  const here = list.data?.items.find(({ isCurrent }) => isCurrent);
  const others = list.data?.items.filter((one) => one !== here || state !== "on") ?? [];

  const begin = () => {
    if (!list.data) return;
    start.mutate(list.data.publicKey, {
      onError: (error) => showFailure("This browser cannot tell you", error),
    });
  };
  const end = (browser: { id?: string; isHere: boolean }) =>
    stop.mutate(browser, { onError: (error) => showFailure("Not stopped", error) });

  return (
    <section className={`sv-card ${classes.card}`} aria-labelledby="browsers">
      <Title order={2} size="h5" id="browsers">
        Browsers
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        They tell you while Seaversity is not open, as long as you are signed in there
      </Text>
      {list.isError && !list.data ? (
        <ErrorState
          error={list.error}
          title="Your browsers could not be loaded"
          onRetry={() => void list.refetch()}
        />
      ) : (
        <>
          {state === "unsupported" ? (
            <Text size="sm">
              This browser cannot. On an iPhone or iPad, add Seaversity to the home screen first.
            </Text>
          ) : state === "blocked" || start.data === false ? (
            <Alert
              color="yellow"
              icon={<BellOff size={18} />}
              title="This browser may not tell you"
            >
              Notifications from this page are blocked. Allow them in the browser’s settings of the
              page, and come back.
            </Alert>
          ) : state === "on" ? (
            <Button
              variant="default"
              leftSection={<BellOff size={16} />}
              loading={stop.isPending}
              onClick={() => end({ id: here?.id, isHere: true })}
            >
              Stop telling me in this browser
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<BellRing size={16} />}
              loading={start.isPending}
              disabled={!list.data || state === undefined}
              onClick={begin}
            >
              Tell me in this browser
            </Button>
          )}
          {others.length > 0 ? (
            <ul className={classes.browsers} aria-label="Other browsers">
              {others.map((browser) => (
                <OtherBrowser
                  key={browser.id}
                  browser={browser}
                  isEnding={stop.isPending && stop.variables.id === browser.id}
                  onEnd={() => end({ id: browser.id, isHere: false })}
                />
              ))}
            </ul>
          ) : null}
        </>
      )}
    </section>
  );
}

interface OtherBrowserProps {
  browser: PushSubscription;
  isEnding: boolean;
  onEnd: () => void;
}

function OtherBrowser({ browser, isEnding, onEnd }: OtherBrowserProps) {
  return (
    <li className={classes.browser}>
      <span>
        <Text span size="sm" fw={600}>
          {browser.device}
        </Text>
        <Text size="xs" c="dimmed">
          last opened <RelativeTime instant={browser.renewedAt} />
        </Text>
      </span>
      <Button
        size="compact-sm"
        variant="subtle"
        loading={isEnding}
        aria-label={`Stop telling me in ${browser.device}`}
        onClick={onEnd}
      >
        Stop
      </Button>
    </li>
  );
}
