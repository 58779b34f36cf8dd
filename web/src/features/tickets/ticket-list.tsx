import { Checkbox, Skeleton } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import type { Column } from "@/features/tickets/columns";
import { EmptyList } from "@/features/tickets/empty-list";
import type { ListLayout } from "@/features/tickets/list-layout";
import type { Sorting } from "@/features/tickets/sorting";
import { StaleListNotice } from "@/features/tickets/stale-list-notice";
import { TicketCards } from "@/features/tickets/ticket-cards";
import type { TicketFilter } from "@/features/tickets/ticket-filter";
import { emptyAtEnd, flatten } from "@/features/tickets/ticket-list-cache";
import classes from "@/features/tickets/ticket-list-page.module.css";
import { TicketListSkeleton } from "@/features/tickets/ticket-list-skeleton";
import { TicketTable } from "@/features/tickets/ticket-table";
import { useIsWide } from "@/features/tickets/use-is-wide";
import { useRowKeys } from "@/features/tickets/use-row-keys";
import { useSelection } from "@/features/tickets/use-selection";
import { useTicketList } from "@/features/tickets/use-ticket-list";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { ErrorState } from "@/shared/ui/error-state";
import { LoadMore } from "@/shared/ui/load-more";

const SplitRows = lazy(() => import("@/features/tickets/split-rows"));
const SplitPane = lazy(() => import("@/features/tickets/split-pane"));
const BulkBar = lazy(() => import("@/features/tickets/bulk-bar"));

/** After so many pages without anything, going on is left to the reader. */
const EMPTY_PAGES = 5;

interface TicketListProps {
  filter: TicketFilter;
  saved?: string;
  open?: string;
  layout: ListLayout;
  columns: readonly Column[];
  /** How wide it is, in pixels. */
  width: number;
  label: string;
  errorTitle: string;
  onShowAll: () => void;
  onSort: (sorting: Sorting) => void;
}

/** The rows of a list, in its layout, with what is opened beside them and what is done with the selected ones. */
export function TicketList({
  filter,
  saved,
  open,
  layout,
  columns,
  width,
  label,
  errorTitle,
  onShowAll,
  onSort,
}: TicketListProps) {
  const { type, view } = filter;
  const { one, many } = ITEM_WORDS[type];
  const user = useCurrentUser();
  const isWide = useIsWide();
  const list = useTicketList(filter);
  const rows = useRef<HTMLElement>(null);
  const isSplit = layout === "split";
  const tickets = flatten(list.data);
  const entry = useLocation({ select: ({ state }) => state.__TSR_key ?? "" });
  useRowKeys(rows, { isOpening: isSplit, entry, hasRows: tickets.length > 0 });
  const ticked = useSelection(tickets.map(({ id }) => id));
  // What was deleted is restored one by one, and requesters change their own tickets on its page.
  const selection = isStaff(user) && view !== "deleted" ? ticked : undefined;

  return (
    <>
      {list.data ? <StaleListNotice /> : null}
      <div className={isSplit ? classes.split : undefined}>
        <section
          ref={rows}
          className="sv-card"
          aria-label={label}
          aria-busy={list.isPending || list.isPlaceholderData}
        >
          {list.isPending ? (
            <TicketListSkeleton type={type} isWide={layout === "list"} />
          ) : list.isError && tickets.length === 0 ? (
            <ErrorState error={list.error} title={errorTitle} onRetry={() => void list.refetch()} />
          ) : tickets.length === 0 && !list.hasNextPage ? (
            <EmptyList filter={filter} onShowAll={onShowAll} />
          ) : (
            <>
              {layout !== "list" && selection && selection.ids.length > 0 ? (
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
              {isSplit ? (
                <Suspense fallback={<TicketListSkeleton type={type} isWide={false} />}>
                  <SplitRows
                    filter={filter}
                    saved={saved}
                    tickets={tickets}
                    open={open}
                    selection={selection}
                  />
                </Suspense>
              ) : layout === "cards" ? (
                <TicketCards tickets={tickets} selection={selection} isGrid={isWide} />
              ) : tickets.length > 0 ? (
                <TicketTable
                  type={type}
                  tickets={tickets}
                  columns={columns}
                  width={width}
                  selection={selection}
                  sorting={filter}
                  onSort={onSort}
                />
              ) : null}
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
        {isSplit ? (
          <Suspense fallback={<Skeleton height={420} radius={12} />}>
            <SplitPane filter={filter} saved={saved} open={open} />
          </Suspense>
        ) : null}
      </div>
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
      onKeep={selection.keep}
    />
  );
}
