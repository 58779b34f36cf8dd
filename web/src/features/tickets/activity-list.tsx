import { Chip, Skeleton, Stack, Text, UnstyledButton } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { lazy, Suspense, useId, useState } from "react";
import {
  ACTIVITY_KIND_LABEL,
  ACTIVITY_KINDS,
  type ActivityGroup,
  type ActivityKind,
  asOne,
  grouped,
  isOfKind,
} from "@/features/tickets/activity-kinds";
import classes from "@/features/tickets/activity-list.module.css";
import { useTicketActivity } from "@/features/tickets/use-ticket-activity";
import type { Activity, Ticket } from "@/shared/api/types";
import { describeActivity } from "@/shared/lib/describe-activity";
import { useCategories } from "@/shared/reference/use-categories";
import { useTeams } from "@/shared/reference/use-teams";
import { ErrorState } from "@/shared/ui/error-state";
import { LoadMore } from "@/shared/ui/load-more";
import { PersonAvatar } from "@/shared/ui/person";
import { RelativeTime } from "@/shared/ui/relative-time";

const Differences = lazy(() => import("@/features/tickets/differences"));

/** After so many pages without anything of the kind, going on is left to the reader. */
const EMPTY_PAGES = 5;

type Describe = (activity: Activity) => string;

/** All that was ever done to a ticket or task, the newest first. */
export function ActivityList({ ticket }: { ticket: Ticket }) {
  const [kind, setKind] = useState<ActivityKind>("all");
  const list = useTicketActivity(ticket);
  const { data: teams = [] } = useTeams();
  const { data: categories = [] } = useCategories();
  const names = new Map([...teams, ...categories].map(({ id, name }) => [id as string, name]));
  const pages = (list.data?.pages ?? []).map(({ items }) =>
    items.filter((activity) => isOfKind(activity, kind)),
  );
  const items = pages.flat();
  const emptyAtEnd = pages.length - 1 - pages.findLastIndex((page) => page.length > 0);
  const describe: Describe = (activity) =>
    describeActivity(activity, ticket.type, (id) => names.get(id));

  if (list.isPending) {
    return (
      <Stack aria-busy="true">
        <Skeleton height={36} />
        <Skeleton height={36} />
        <Skeleton height={36} />
      </Stack>
    );
  }
  if (list.isError && !list.data) {
    return (
      <ErrorState
        error={list.error}
        title="The activity could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  }
  return (
    <section aria-label="Activity">
      <div role="radiogroup" aria-label="Kind of change" className={classes.kinds}>
        <Chip.Group value={kind} onChange={(value) => setKind(value as ActivityKind)}>
          {ACTIVITY_KINDS.map((each) => (
            <Chip key={each} value={each} size="xs" radius="xl" variant="light">
              {ACTIVITY_KIND_LABEL[each]}
            </Chip>
          ))}
        </Chip.Group>
      </div>
      <div className={`sv-card ${classes.activity}`}>
        <ol className={classes.list}>
          {grouped(items).map((group) => (
            <Entry key={group.id} group={group} describe={describe} />
          ))}
        </ol>
        {items.length === 0 && !list.hasNextPage ? (
          <Text c="dimmed" size="sm" py="md" ta="center">
            {kind === "all" ? "Nothing has happened yet." : "Nothing of that kind has happened."}
          </Text>
        ) : (
          <LoadMore
            words={["change", "changes"]}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            isAutomatic={emptyAtEnd < EMPTY_PAGES}
            error={list.isFetchNextPageError ? list.error : null}
            onLoad={() => void list.fetchNextPage()}
            count={items.length}
          />
        )}
      </div>
    </section>
  );
}

/** The text that was changed, where a sentence cannot tell it. */
function textOf({ changes }: Activity) {
  return changes.find(({ field }) => field === "content" || field === "description");
}

function Entry({ group, describe }: { group: ActivityGroup; describe: Describe }) {
  const [isOpen, setOpen] = useState(false);
  const more = useId();
  const { items } = group;
  const one = asOne(group);
  const isSeveral = items.length > 1;
  const text = isSeveral || one.action === "CREATED" ? undefined : textOf(one);
  const hasMore = isSeveral || (text !== undefined && one.action !== "COMMENTED");
  return (
    <li className={classes.item}>
      <PersonAvatar person={one.actor} size={28} />
      <div className={classes.body}>
        <span className={classes.actor}>{one.actor.name}</span> {describe(one)}
        <span className={classes.below}>
          <RelativeTime instant={one.createdAt} />
          {hasMore ? (
            <UnstyledButton
              className={classes.toggle}
              aria-expanded={isOpen}
              aria-controls={more}
              onClick={() => setOpen(!isOpen)}
            >
              {isSeveral ? `In ${items.length} steps` : "What it said"}
              <ChevronDown size={14} aria-hidden="true" />
            </UnstyledButton>
          ) : null}
        </span>
        <div id={more}>
          {isOpen && isSeveral ? (
            <ol className={classes.steps}>
              {items.map((activity) => (
                <li key={activity.id}>
                  {describe(activity)}, <RelativeTime instant={activity.createdAt} />
                </li>
              ))}
            </ol>
          ) : null}
          {isOpen && text ? (
            <div className={classes.text}>
              <Suspense fallback={<Skeleton height={22} />}>
                <Differences before={String(text.before ?? "")} after={String(text.after ?? "")} />
              </Suspense>
            </div>
          ) : null}
        </div>
      </div>
    </li>
  );
}
