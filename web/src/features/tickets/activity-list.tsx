import { Button, Skeleton, Stack, Text } from "@mantine/core";
import classes from "@/features/tickets/activity-list.module.css";
import { describeActivity } from "@/features/tickets/describe-activity";
import { useTicketActivity } from "@/features/tickets/use-ticket-activity";
import type { Ticket } from "@/shared/api/types";
import { useCategories } from "@/shared/reference/use-categories";
import { useTeams } from "@/shared/reference/use-teams";
import { ErrorState } from "@/shared/ui/error-state";
import { PersonAvatar } from "@/shared/ui/person";
import { RelativeTime } from "@/shared/ui/relative-time";

export function ActivityList({ ticket }: { ticket: Ticket }) {
  const list = useTicketActivity(ticket);
  const { data: teams = [] } = useTeams();
  const { data: categories = [] } = useCategories();
  const names = new Map([...teams, ...categories].map(({ id, name }) => [id as string, name]));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];

  if (list.isPending) {
    return (
      <Stack aria-busy="true">
        <Skeleton height={36} />
        <Skeleton height={36} />
        <Skeleton height={36} />
      </Stack>
    );
  }
  if (list.isError && items.length === 0) {
    return (
      <ErrorState
        error={list.error}
        title="The activity could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  }
  return (
    <section className={`sv-card ${classes.activity}`} aria-label="Activity">
      <ol className={classes.list}>
        {items.map((activity) => (
          <li key={activity.id} className={classes.item}>
            <PersonAvatar person={activity.actor} size={28} />
            <div>
              <span className={classes.actor}>{activity.actor.name}</span>{" "}
              {describeActivity(activity, ticket.type, (id) => names.get(id))}
              <RelativeTime instant={activity.createdAt} className={classes.time} />
            </div>
          </li>
        ))}
      </ol>
      {items.length === 0 ? (
        <Text c="dimmed" size="sm">
          Nothing has happened yet.
        </Text>
      ) : null}
      {list.hasNextPage ? (
        <Button
          variant="subtle"
          size="xs"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Load older
        </Button>
      ) : null}
    </section>
  );
}
