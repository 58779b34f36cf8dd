import { SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import classes from "@/features/tickets/comment-history-dialog.module.css";
import { reachesBack, versionsOf } from "@/features/tickets/comment-versions";
import Differences from "@/features/tickets/differences";
import { useTicketActivity } from "@/features/tickets/use-ticket-activity";
import type { Comment, Ticket } from "@/shared/api/types";
import { absoluteTime } from "@/shared/lib/relative-time";
import { Dialog } from "@/shared/ui/dialog";
import { ErrorState } from "@/shared/ui/error-state";
import { PersonAvatar } from "@/shared/ui/person";
import { RichText } from "@/shared/ui/rich-text";

interface CommentHistoryProps {
  ticket: Ticket;
  comment: Comment;
  onClose: () => void;
}

/** What a comment said before it was edited, for those who may read the activity. */
export default function CommentHistoryDialog(props: CommentHistoryProps) {
  return (
    <Dialog title="Versions of this comment" size="lg" onClose={props.onClose}>
      <Versions {...props} />
    </Dialog>
  );
}

function Versions({ ticket, comment }: CommentHistoryProps) {
  const [shown, setShown] = useState("differences");
  const list = useTicketActivity(ticket);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const activity = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isWhole = list.data !== undefined && (!hasNextPage || reachesBack(activity, comment));

  useEffect(() => {
    if (list.data && !isWhole && !isFetchingNextPage && !isFetchNextPageError) {
      void fetchNextPage();
    }
  }, [list.data, isWhole, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  if (list.isError && !isWhole) {
    return (
      <ErrorState
        error={list.error}
        title="The versions could not be loaded"
        onRetry={() => void (list.data ? fetchNextPage() : list.refetch())}
      />
    );
  }
  if (!isWhole) {
    return (
      <Stack aria-busy="true">
        <Skeleton height={80} />
        <Skeleton height={80} />
      </Stack>
    );
  }
  const versions = versionsOf(comment, activity);
  if (versions.length === 1) {
    return (
      <Text size="sm" c="dimmed">
        What it said before is not in the activity of this ticket. If the comment came with a merge,
        it is in that of the other.
      </Text>
    );
  }
  return (
    <>
      <SegmentedControl
        aria-label="How to show them"
        size="xs"
        mb="md"
        value={shown}
        onChange={setShown}
        data={[
          { value: "differences", label: "What was changed" },
          { value: "text", label: "As it read" },
        ]}
      />
      <ol className={classes.versions}>
        {versions.map(({ html, at, by }, index) => {
          const before = versions[index + 1];
          return (
            <li key={at} className={classes.version}>
              <div className={classes.head}>
                <PersonAvatar person={by} size={24} />
                <strong>{by.name}</strong>
                <time dateTime={at}>
                  {before ? "edited it" : "wrote it"} on {absoluteTime(at)}
                </time>
                {index === 0 ? <span className={classes.now}>Now</span> : null}
              </div>
              {before && shown === "differences" ? (
                <Differences before={before.html} after={html} />
              ) : (
                <RichText html={html} />
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
