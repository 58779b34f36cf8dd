import { Button, Group, Select, Text, Title } from "@mantine/core";
import { useDocumentTitle, useMediaQuery } from "@mantine/hooks";
import { Link, useNavigate } from "@tanstack/react-router";
import { Inbox } from "lucide-react";
import { StaleListNotice } from "@/features/tickets/stale-list-notice";
import { TicketCards } from "@/features/tickets/ticket-cards";
import {
  STATUS_FILTERS,
  type StatusFilter,
  type TicketFilter,
} from "@/features/tickets/ticket-filter";
import { flatten } from "@/features/tickets/ticket-list-cache";
import { TicketListSkeleton } from "@/features/tickets/ticket-list-skeleton";
import { TicketTable } from "@/features/tickets/ticket-table";
import { useTicketList } from "@/features/tickets/use-ticket-list";
import { STATUS_LABEL } from "@/shared/lib/labels";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { ErrorState } from "@/shared/ui/error-state";
import { LoadMore } from "@/shared/ui/load-more";
import { MessageState } from "@/shared/ui/message-state";

const FILTER_LABEL: Record<StatusFilter, string> = {
  ACTIVE: "Active",
  ...STATUS_LABEL,
  DONE: "Done",
  ALL: "All statuses",
};

const TITLE = {
  mine: "My tickets",
  team: "My team",
  all: "All tickets",
  created: "Raised by me",
};

const ABOUT = {
  mine: "Assigned to you",
  team: "In the queues of your teams",
  all: "Every ticket that you may see",
  created: "Tickets that you raised",
};

export function TicketListPage({ filter }: { filter: TicketFilter }) {
  const user = useCurrentUser();
  const navigate = useNavigate();
  const isWide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const list = useTicketList(filter);
  const tickets = flatten(list.data);
  useDocumentTitle(`${TITLE[filter.view]} · Seaversity`);

  const setStatus = (status: string | null) =>
    void navigate({
      to: "/tickets",
      search: {
        view: filter.view === "mine" ? undefined : filter.view,
        status: status && status !== "ACTIVE" ? (status as StatusFilter) : undefined,
      },
    });

  return (
    <>
      <Group justify="space-between" align="flex-end" mb="md" gap="sm" wrap="nowrap">
        <div>
          <Title order={1} size="h2">
            {TITLE[filter.view]}
          </Title>
          <Text c="dimmed" size="sm">
            {isStaff(user) ? ABOUT[filter.view] : ABOUT.created}
          </Text>
        </div>
        <Group gap="sm">
          <Select
            aria-label="Status"
            aria-keyshortcuts="/"
            data={STATUS_FILTERS.map((value) => ({ value, label: FILTER_LABEL[value] }))}
            value={filter.status}
            onChange={setStatus}
            allowDeselect={false}
            checkIconPosition="right"
            w={150}
          />
        </Group>
      </Group>

      {list.data ? <StaleListNotice /> : null}
      <section className="sv-card" aria-label="Tickets" aria-busy={list.isPending}>
        {list.isPending ? (
          <TicketListSkeleton isWide={isWide} />
        ) : list.isError && tickets.length === 0 ? (
          <ErrorState
            error={list.error}
            title="The tickets could not be loaded"
            onRetry={() => void list.refetch()}
          />
        ) : tickets.length === 0 ? (
          <EmptyList filter={filter} isStaff={isStaff(user)} onShowAll={() => setStatus("ALL")} />
        ) : (
          <>
            {isWide ? <TicketTable tickets={tickets} /> : <TicketCards tickets={tickets} />}
            <LoadMore
              hasMore={list.hasNextPage}
              isLoading={list.isFetchingNextPage}
              error={list.isFetchNextPageError ? list.error : null}
              onLoad={() => void list.fetchNextPage()}
              count={tickets.length}
              words={["ticket", "tickets"]}
            />
          </>
        )}
      </section>
    </>
  );
}

interface EmptyListProps {
  filter: TicketFilter;
  isStaff: boolean;
  onShowAll: () => void;
}

function EmptyList({ filter, isStaff: staff, onShowAll }: EmptyListProps) {
  const isFiltered = filter.status !== "ALL";
  const text =
    staff && filter.view !== "created"
      ? "Nothing is waiting here. New tickets appear by themselves."
      : "When something does not work, raise a ticket: you see its progress and the answers here.";
  return (
    <MessageState
      icon={<Inbox size={26} />}
      title={
        isFiltered ? `No tickets: ${FILTER_LABEL[filter.status].toLowerCase()}` : "No tickets yet"
      }
      action={
        <Group gap="sm" justify="center">
          {isFiltered ? (
            <Button variant="default" onClick={onShowAll}>
              Show all statuses
            </Button>
          ) : null}
          <Button variant="light" renderRoot={(props) => <Link to="/tickets/new" {...props} />}>
            Raise a ticket
          </Button>
        </Group>
      }
    >
      {text}
    </MessageState>
  );
}
