import { Button, Checkbox, Select, Skeleton, Text, Title } from "@mantine/core";
import { useDocumentTitle, useMediaQuery } from "@mantine/hooks";
import { Link, useNavigate } from "@tanstack/react-router";
import { ListFilter, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { defaultColumns, useChosenColumns } from "@/features/tickets/columns";
import { ColumnsMenu } from "@/features/tickets/columns-menu";
import { EmptyList } from "@/features/tickets/empty-list";
import { FilterChips } from "@/features/tickets/filter-chips";
import { listAbout, listTitle, STATUS_FILTER_LABEL } from "@/features/tickets/list-words";
import { StaleListNotice } from "@/features/tickets/stale-list-notice";
import { TicketCards } from "@/features/tickets/ticket-cards";
import {
  type Sieve,
  STATUS_FILTERS,
  type StatusFilter,
  searchOf,
  sieveCount,
  type TicketFilter,
  withoutSieve,
} from "@/features/tickets/ticket-filter";
import { emptyAtEnd, flatten } from "@/features/tickets/ticket-list-cache";
import classes from "@/features/tickets/ticket-list-page.module.css";
import { TicketListSkeleton } from "@/features/tickets/ticket-list-skeleton";
import { TicketTable } from "@/features/tickets/ticket-table";
import { useSelection } from "@/features/tickets/use-selection";
import { useTicketList } from "@/features/tickets/use-ticket-list";
import { ITEM_WORDS, listTarget } from "@/shared/lib/item-words";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { ErrorState } from "@/shared/ui/error-state";
import { LoadMore } from "@/shared/ui/load-more";

const FilterPanel = lazy(() => import("@/features/tickets/filter-panel"));
const BulkBar = lazy(() => import("@/features/tickets/bulk-bar"));

/** After so many pages without anything, going on is left to the reader. */
const EMPTY_PAGES = 5;

/** A list of tickets, or of tasks. */
export function TicketListPage({ filter }: { filter: TicketFilter }) {
  const { type, view, status } = filter;
  const { One, many } = ITEM_WORDS[type];
  const user = useCurrentUser();
  const staff = isStaff(user);
  const navigate = useNavigate();
  const [isFiltering, setFiltering] = useState(false);
  const title = listTitle(type, view);
  useDocumentTitle(`${title} · Seaversity`);

  const show = (next: TicketFilter) =>
    void navigate({ ...listTarget(type), search: searchOf(next) });
  const sift = (change: Partial<Sieve>) => show({ ...filter, ...change });
  const count = sieveCount(filter);

  return (
    <>
      <div className={classes.head}>
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          <Text c="dimmed" size="sm">
            {listAbout(type, view, staff)}
          </Text>
        </div>
        <div className={classes.bar}>
          {type === "TASK" ? (
            <Button
              variant="light"
              leftSection={<Plus size={16} aria-hidden="true" />}
              renderRoot={(props) => <Link to="/tasks/new" {...props} />}
            >
              New task
            </Button>
          ) : null}
          {view === "deleted" ? null : (
            <Select
              aria-label="Status"
              aria-keyshortcuts="/"
              data={STATUS_FILTERS.map((value) => ({ value, label: STATUS_FILTER_LABEL[value] }))}
              value={status}
              onChange={(value) => show({ ...filter, status: (value ?? "ACTIVE") as StatusFilter })}
              allowDeselect={false}
              checkIconPosition="right"
              className={classes.status}
            />
          )}
          <Button
            variant="default"
            leftSection={<ListFilter size={16} aria-hidden="true" />}
            aria-expanded={isFiltering}
            aria-controls="list-filters"
            onClick={() => setFiltering(!isFiltering)}
          >
            {count > 0 ? `Filters (${count})` : "Filters"}
          </Button>
          <ListColumns type={type} />
        </div>
      </div>
      {isFiltering ? (
        <Suspense fallback={<Skeleton height={150} radius={12} mb="sm" />}>
          <FilterPanel filter={filter} onChange={sift} />
        </Suspense>
      ) : null}
      <FilterChips filter={filter} onChange={sift} onClear={() => show(withoutSieve(filter))} />
      <List
        // Another list begins with nothing selected.
        key={JSON.stringify(filter)}
        filter={filter}
        label={`${One}s`}
        onShowAll={() => show({ ...withoutSieve(filter), status: "ALL" })}
        errorTitle={`The ${many} could not be loaded`}
      />
    </>
  );
}

function useColumns(type: TicketFilter["type"]) {
  const isVeryWide = useMediaQuery("(min-width: 90em)", false, { getInitialValueInEffect: false });
  const [chosen, choose] = useChosenColumns(type);
  return [chosen ?? defaultColumns(isVeryWide), choose] as const;
}

function useIsWide() {
  return useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
}

function ListColumns({ type }: Pick<TicketFilter, "type">) {
  const isWide = useIsWide();
  const [columns, choose] = useColumns(type);
  return isWide ? <ColumnsMenu type={type} shown={columns} onChange={choose} /> : null;
}

interface ListProps {
  filter: TicketFilter;
  label: string;
  errorTitle: string;
  onShowAll: () => void;
}

function List({ filter, label, errorTitle, onShowAll }: ListProps) {
  const { type, view } = filter;
  const { one, many } = ITEM_WORDS[type];
  const user = useCurrentUser();
  const isWide = useIsWide();
  const [columns] = useColumns(type);
  const list = useTicketList(filter);
  const tickets = flatten(list.data);
  const ticked = useSelection(tickets.map(({ id }) => id));
  // What was deleted is restored one by one, and requesters change their own tickets on its page.
  const selection = isStaff(user) && view !== "deleted" ? ticked : undefined;

  return (
    <>
      {list.data ? <StaleListNotice /> : null}
      <section className="sv-card" aria-label={label} aria-busy={list.isPending}>
        {list.isPending ? (
          <TicketListSkeleton type={type} isWide={isWide} />
        ) : list.isError && tickets.length === 0 ? (
          <ErrorState error={list.error} title={errorTitle} onRetry={() => void list.refetch()} />
        ) : tickets.length === 0 && !list.hasNextPage ? (
          <EmptyList filter={filter} onShowAll={onShowAll} />
        ) : (
          <>
            {isWide ? (
              tickets.length > 0 ? (
                <TicketTable
                  type={type}
                  tickets={tickets}
                  columns={columns}
                  selection={selection}
                />
              ) : null
            ) : (
              <>
                {selection && selection.ids.length > 0 ? (
                  <div className={classes.selectAll}>
                    <Checkbox
                      size="xs"
                      label="Select everything that is loaded"
                      checked={selection.isAll}
                      indeterminate={!selection.isAll}
                      onChange={selection.toggleAll}
                    />
                  </div>
                ) : null}
                <TicketCards tickets={tickets} selection={selection} />
              </>
            )}
            <LoadMore
              words={[one, many]}
              hasMore={list.hasNextPage}
              isLoading={list.isFetchingNextPage}
              isAutomatic={emptyAtEnd(list.data) < EMPTY_PAGES}
              error={list.isFetchNextPageError ? list.error : null}
              onLoad={() => void list.fetchNextPage()}
              count={tickets.length}
            />
          </>
        )}
        {selection ? (
          <Suspense>
            <Bulk type={type} tickets={tickets} selection={selection} />
          </Suspense>
        ) : null}
      </section>
    </>
  );
}

interface BulkProps {
  type: TicketFilter["type"];
  tickets: ReturnType<typeof flatten>;
  selection: ReturnType<typeof useSelection>;
}

/** It comes with the first selection, and stays for what it has to tell when nothing is selected any more. */
function Bulk({ type, tickets, selection }: BulkProps) {
  const [isWanted, setWanted] = useState(false);
  if (!isWanted && selection.ids.length > 0) setWanted(true);
  if (!isWanted) return null;
  return (
    <BulkBar
      type={type}
      selected={tickets.filter(({ id }) => selection.has(id))}
      onClear={selection.clear}
    />
  );
}
