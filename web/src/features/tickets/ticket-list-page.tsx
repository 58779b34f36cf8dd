import { Button, Select, Skeleton, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link, Navigate, useNavigate } from "@tanstack/react-router";
import { ArrowDownUp, ListFilter, Plus } from "lucide-react";
import { type ComponentProps, lazy, Suspense, useRef, useState } from "react";
import type { Column } from "@/features/tickets/columns";
import { ColumnsMenu } from "@/features/tickets/columns-menu";
import { AssigneeNotice } from "@/features/tickets/deactivated-notice";
import { FilterChips } from "@/features/tickets/filter-chips";
import { LayoutToggle } from "@/features/tickets/layout-toggle";
import { type ListLayout, listLayout, useKeptLayout } from "@/features/tickets/list-layout";
import { listAbout, listTitle, STATUS_FILTER_LABEL } from "@/features/tickets/list-words";
import { QuickFilterBar } from "@/features/tickets/quick-filter-bar";
import { saidByQuickFilters } from "@/features/tickets/quick-filters";
import { SaveViewButton } from "@/features/tickets/save-view-button";
import {
  optionOf,
  SORT_OPTIONS,
  type Sorting,
  sortingOf,
  sortOfColumn,
} from "@/features/tickets/sorting";
import { fittingColumns, useWidth } from "@/features/tickets/table-room";
import {
  NOBODY,
  type Sieve,
  STATUS_FILTERS,
  type StatusFilter,
  searchOf,
  sieveCount,
  type TicketFilter,
  withoutSieve,
  withoutSorting,
} from "@/features/tickets/ticket-filter";
import { TicketList } from "@/features/tickets/ticket-list";
import classes from "@/features/tickets/ticket-list-page.module.css";
import { useIsVeryWide, useIsWide } from "@/features/tickets/use-is-wide";
import { useListColumns } from "@/features/tickets/use-list-columns";
import { useSavedView } from "@/features/tickets/use-saved-views";
import { ITEM_WORDS, itemTarget, listTarget, typeOfNumber } from "@/shared/lib/item-words";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

const FilterPanel = lazy(() => import("@/features/tickets/filter-panel"));
const ViewBar = lazy(() => import("@/features/tickets/view-bar"));

interface TicketListPageProps {
  filter: TicketFilter;
  /** The number of the ticket that the address names to be shown beside the list. */
  asked?: string;
  /** The saved view that it began with. */
  saved?: string;
}

/** A list of tickets, or of tasks. */
export default function TicketListPage({ filter, asked, saved }: TicketListPageProps) {
  const { type, view, status } = filter;
  const open = asked && typeOfNumber(asked) === type ? asked : undefined;
  const { One, many } = ITEM_WORDS[type];
  const user = useCurrentUser();
  const staff = isStaff(user);
  const navigate = useNavigate();
  const [isFiltering, setFiltering] = useState(false);
  const [isByKey, setByKey] = useState(false);
  const filters = useRef<HTMLButtonElement>(null);
  const saves = useSavedView(saved);
  const savedView = saves?.itemType === type ? saves : undefined;
  const list = useListColumns(type, savedView);
  const title = savedView?.name ?? listTitle(type, view);
  useDocumentTitle(open ? `${open} · ${title}` : `${title} · Seaversity`);
  const isWide = useIsWide();
  const isVeryWide = useIsVeryWide();
  // The list is as wide as what stands above it.
  const { ref: head, width } = useWidth<HTMLDivElement>();
  const [kept, keep] = useKeptLayout(user.id);
  const layout = listLayout({ kept, isWide, isVeryWide, isOpen: open !== undefined });

  const show = (next: TicketFilter) =>
    void navigate({ ...listTarget(type), search: { ...searchOf(next), saved } });
  const sift = (change: Partial<Sieve>) => show({ ...filter, ...change });
  const sort = (sorting: Sorting) => show({ ...withoutSorting(filter), ...sorting });
  const count = sieveCount(filter);
  const fitting = fittingColumns(list.columns, width, filter.sort);
  const canSort = (column: Column) => sortOfColumn(column) !== undefined;
  const hasHeading =
    layout === "list" &&
    (filter.sort ? fitting.includes(filter.sort) : fitting.some(canSort)) &&
    list.columns.every((column) => !canSort(column) || fitting.includes(column));
  const closeFilters = () => {
    setFiltering(false);
    filters.current?.focus();
  };
  const choose = (next: ListLayout) => {
    keep(next);
    if (open && next !== "split") show(filter);
  };

  // Where there is no room beside the list, the ticket has its page.
  if (open && !isVeryWide) return <Navigate {...itemTarget({ number: open, type })} replace />;

  return (
    <>
      <div ref={head} className={classes.head}>
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
              data={STATUS_FILTERS.map((value) => ({ value, label: STATUS_FILTER_LABEL[value] }))}
              value={status}
              onChange={(value) => show({ ...filter, status: (value ?? "ACTIVE") as StatusFilter })}
              allowDeselect={false}
              checkIconPosition="right"
              className={classes.status}
            />
          )}
          <Button
            ref={filters}
            variant="default"
            leftSection={<ListFilter size={16} aria-hidden="true" />}
            aria-expanded={isFiltering}
            aria-controls="list-filters"
            // Once they are shown, the key leads to the first of them.
            aria-keyshortcuts={isFiltering ? undefined : "/"}
            onClick={({ detail }) => {
              setFiltering(!isFiltering);
              // Who pressed a key goes on by the keyboard.
              setByKey(detail === 0);
            }}
          >
            {count > 0 ? `Filters (${count})` : "Filters"}
          </Button>
          {hasHeading ? null : (
            <Select
              aria-label="Order"
              leftSection={<ArrowDownUp size={15} aria-hidden="true" />}
              data={SORT_OPTIONS}
              value={optionOf(filter)}
              onChange={(option) => sort(sortingOf(option))}
              allowDeselect={false}
              checkIconPosition="right"
              className={classes.order}
            />
          )}
          {isWide ? <LayoutToggle layout={layout} canSplit={isVeryWide} onChange={choose} /> : null}
          {layout === "list" ? (
            <ListColumns
              type={type}
              shown={list.columns}
              fitting={fitting}
              onChange={list.choose}
            />
          ) : null}
          {staff && view !== "deleted" && !savedView ? (
            <SaveViewButton filter={filter} columns={list.columns} />
          ) : null}
        </div>
      </div>
      {savedView ? (
        <Suspense fallback={<Skeleton height={28} width={180} mb={12} />}>
          <ViewBar
            view={savedView}
            filter={filter}
            columns={list.columns}
            chosen={list.chosen}
            onResetColumns={() => list.choose(null)}
          />
        </Suspense>
      ) : null}
      <QuickFilterBar filter={filter} onChange={show} />
      {isFiltering ? (
        <Suspense fallback={<Skeleton height={150} radius={12} mb="sm" />}>
          <FilterPanel filter={filter} onChange={sift} hasFocus={isByKey} onClose={closeFilters} />
        </Suspense>
      ) : null}
      <FilterChips
        filter={filter}
        without={saidByQuickFilters(filter, user)}
        onChange={sift}
        onClear={() => show(withoutSieve(filter))}
      />
      {filter.assignee && filter.assignee !== NOBODY ? (
        <AssigneeNotice personId={filter.assignee} />
      ) : null}
      <TicketList
        // Another list begins with nothing selected; the same one in another order stays.
        key={JSON.stringify(withoutSorting(filter))}
        filter={filter}
        saved={saved}
        open={open}
        layout={layout}
        columns={fitting}
        width={width}
        label={`${One}s`}
        onShowAll={() => show({ ...withoutSieve(filter), status: "ALL" })}
        onSort={sort}
        errorTitle={`The ${many} could not be loaded`}
      />
    </>
  );
}

function ListColumns(props: ComponentProps<typeof ColumnsMenu>) {
  return useIsWide() ? <ColumnsMenu {...props} /> : null;
}
