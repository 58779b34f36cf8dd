import { Button, Skeleton, Stack } from "@mantine/core";
import { ArrowUp, History } from "lucide-react";
import { useRef } from "react";
import classes from "@/features/activity/activity-feed.module.css";
import { FeedItem } from "@/features/activity/feed-item";
import { groupEntries } from "@/features/activity/group-entries";
import { type FeedSource, useFeed } from "@/features/activity/use-feed";
import { useCategories } from "@/shared/reference/use-categories";
import { useTeams } from "@/shared/reference/use-teams";
import { ErrorState } from "@/shared/ui/error-state";
import { LoadMore } from "@/shared/ui/load-more";
import { MessageState } from "@/shared/ui/message-state";

/** After so many pages without anything, going on is left to the reader. */
const EMPTY_PAGES = 5;

const ROWS = ["a", "b", "c", "d", "e"];

interface ActivityFeedProps {
  source: FeedSource;
  /** What stands where nothing has happened. */
  empty: string;
  /** The heading that names it. */
  labelledBy?: string;
}

/** What happened, the newest first. */
export function ActivityFeed({ source, empty, labelledBy }: ActivityFeedProps) {
  const { list, entries, newCount, showNew } = useFeed(source);
  const { data: teams = [] } = useTeams();
  const { data: categories = [] } = useCategories();
  const top = useRef<HTMLElement>(null);
  const names = new Map([...teams, ...categories].map(({ id, name }) => [id as string, name]));
  const emptyAtEnd = [...(list.data?.pages ?? [])]
    .reverse()
    .findIndex((page) => page.items.length > 0);

  const show = async () => {
    await showNew();
    top.current?.scrollIntoView({ block: "start" });
    top.current?.focus({ preventScroll: true });
  };

  return (
    <section
      ref={top}
      tabIndex={-1}
      className={`sv-card ${classes.feed}`}
      aria-label={labelledBy ? undefined : "Activity"}
      aria-labelledby={labelledBy}
      aria-busy={list.isPending}
    >
      <div className={classes.new} role="status">
        {newCount > 0 ? (
          <Button
            size="xs"
            radius="xl"
            className={classes.pill}
            leftSection={<ArrowUp size={15} aria-hidden="true" />}
            onClick={() => void show()}
          >
            {newCount} new
          </Button>
        ) : null}
      </div>
      {list.isPending ? (
        <Stack p="md">
          <span className="sv-visually-hidden" role="status">
            Loading the activity
          </span>
          {ROWS.map((row) => (
            <Skeleton key={row} height={40} />
          ))}
        </Stack>
      ) : list.isError && entries.length === 0 ? (
        <ErrorState
          error={list.error}
          title="The activity could not be loaded"
          onRetry={() => void list.refetch()}
        />
      ) : entries.length === 0 && !list.hasNextPage ? (
        <MessageState icon={<History size={26} />} title="Nothing here">
          {empty}
        </MessageState>
      ) : (
        <>
          <ol className={classes.list}>
            {groupEntries(entries).map((group) => (
              <FeedItem key={group.id} entries={group.entries} nameOf={(id) => names.get(id)} />
            ))}
          </ol>
          <LoadMore
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            isAutomatic={
              emptyAtEnd !== -1
                ? emptyAtEnd < EMPTY_PAGES
                : (list.data?.pages.length ?? 0) < EMPTY_PAGES
            }
            error={list.isFetchNextPageError ? list.error : null}
            onLoad={() => void list.fetchNextPage()}
            count={entries.length}
            words={["entry", "entries"]}
          />
        </>
      )}
    </section>
  );
}
