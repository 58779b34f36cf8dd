import { Alert, Button, Text } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { useEffect, useEffectEvent } from "react";
import { errorMessage } from "@/shared/api/error-message";
import classes from "@/shared/ui/load-more.module.css";

interface LoadMoreProps {
  hasMore: boolean;
  isLoading: boolean;
  /** Whether it goes on by itself. */
  isAutomatic?: boolean;
  error: unknown;
  onLoad: () => void;
  count: number;
  /** What one of them is called, and several. */
  words: readonly [one: string, several: string];
}

/** Loads the next page when its end comes near; the button is for keyboards, and for a failed page. */
export function LoadMore({
  hasMore,
  isLoading,
  isAutomatic = true,
  error,
  onLoad,
  count,
  words,
}: LoadMoreProps) {
  const { ref, entry } = useIntersection({ rootMargin: "500px" });
  const load = useEffectEvent(onLoad);
  const isNear = Boolean(entry?.isIntersecting);

  // biome-ignore lint/correctness/useExhaustiveDependencies: with each page the end may still be near.
  useEffect(() => {
    if (isNear && isAutomatic && hasMore && !isLoading && !error) load();
  }, [isNear, isAutomatic, hasMore, isLoading, error, count]);

  return (
    <div ref={ref} className={classes.foot}>
      {error ? (
        <Alert color="red" variant="light" role="alert" py="xs">
          {errorMessage(error)}
        </Alert>
      ) : null}
      {hasMore && !isAutomatic ? (
        <Text c="dimmed" size="sm" role="status">
          Nothing more like that among the last that were looked through.
        </Text>
      ) : null}
      {hasMore ? (
        <Button variant="subtle" size="sm" loading={isLoading} onClick={onLoad}>
          {isAutomatic ? "Load more" : "Look further"}
        </Button>
      ) : (
        <Text c="dimmed" size="xs">
          {count} {words[count === 1 ? 0 : 1]} · end of the list
        </Text>
      )}
    </div>
  );
}
