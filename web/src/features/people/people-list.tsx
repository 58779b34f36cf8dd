import { Button, Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { UserSearch } from "lucide-react";
import type { ReactNode } from "react";
import { PeopleCards } from "@/features/people/people-cards";
import { ACTIVITY, type Activity, type PeopleFilter } from "@/features/people/people-filter";
import classes from "@/features/people/people-list.module.css";
import { PeopleSkeleton } from "@/features/people/people-skeleton";
import { PeopleTable } from "@/features/people/people-table";
import { usePeople } from "@/features/people/use-people";
import type { Role, User } from "@/shared/api/types";
import { ROLE_LABEL, ROLES } from "@/shared/lib/labels";
import { useTeams } from "@/shared/reference/use-teams";
import { ErrorState } from "@/shared/ui/error-state";
import { LoadMore } from "@/shared/ui/load-more";
import { MessageState } from "@/shared/ui/message-state";
import { NameFilter } from "@/shared/ui/name-filter";

const ACTIVITY_LABEL: Record<Activity, string> = {
  active: "Active or invited",
  deactivated: "Deactivated",
};

interface PeopleListProps {
  filter: PeopleFilter;
  onFilter: (filter: PeopleFilter) => void;
  /** What can be done with a person, at the end of the row. */
  actions?: (person: User) => ReactNode;
}

export function PeopleList({ filter, onFilter, actions }: PeopleListProps) {
  const isWide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const teams = useTeams();
  const list = usePeople(filter);
  const people = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const change = (part: PeopleFilter) => onFilter({ ...filter, ...part });

  return (
    <>
      <search className={classes.filters}>
        <div className={classes.name}>
          <NameFilter
            name={filter.name ?? ""}
            onChange={(name) => change({ name: name || undefined })}
          />
        </div>
        <Select
          aria-label="Role"
          placeholder="Any role"
          data={ROLES.map((value) => ({ value, label: ROLE_LABEL[value] }))}
          value={filter.role ?? null}
          onChange={(role) => change({ role: (role as Role | null) ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": "Any role" }}
          checkIconPosition="right"
        />
        <Select
          aria-label="Team"
          placeholder="Any team"
          data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.team ?? null}
          onChange={(team) => change({ team: team ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": "Any team" }}
          checkIconPosition="right"
        />
        <div className={classes.status}>
          <Select
            aria-label="Status"
            placeholder="Any status"
            data={ACTIVITY.map((value) => ({ value, label: ACTIVITY_LABEL[value] }))}
            value={filter.status ?? null}
            onChange={(status) => change({ status: (status as Activity | null) ?? undefined })}
            clearable
            clearButtonProps={{ "aria-label": "Any status" }}
            checkIconPosition="right"
          />
        </div>
      </search>
      <section
        className={`sv-card ${classes.card}`}
        aria-label="People"
        aria-busy={list.isPending || list.isPlaceholderData}
        data-stale={list.isPlaceholderData || undefined}
      >
        {list.isPending ? (
          <PeopleSkeleton isWide={isWide} />
        ) : list.isError && people.length === 0 ? (
          <ErrorState
            error={list.error}
            title="The people could not be loaded"
            onRetry={() => void list.refetch()}
          />
        ) : people.length === 0 && !list.hasNextPage ? (
          <MessageState
            icon={<UserSearch size={26} />}
            title={isFiltered ? "Nobody matches" : "Nobody is here yet"}
            action={
              isFiltered ? (
                <Button variant="default" onClick={() => onFilter({})}>
                  Show everybody
                </Button>
              ) : null
            }
          >
            {filter.name
              ? "The search looks at how the words of a name begin, and the e-mail."
              : "Whoever has an account appears here."}
          </MessageState>
        ) : (
          <>
            {isWide ? (
              <PeopleTable people={people} actions={actions} />
            ) : (
              <PeopleCards people={people} actions={actions} />
            )}
            <LoadMore
              hasMore={list.hasNextPage}
              isLoading={list.isFetchingNextPage}
              error={list.isFetchNextPageError ? list.error : null}
              onLoad={() => void list.fetchNextPage()}
              count={people.length}
              words={["person", "people"]}
            />
          </>
        )}
      </section>
    </>
  );
}
