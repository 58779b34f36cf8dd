import { Button, Skeleton, Stack, TextInput, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Eye, Inbox, Search, SearchX } from "lucide-react";
import { useState } from "react";
import { listTitle } from "@/features/tickets/list-words";
import classes from "@/features/tickets/portal/my-tickets-page.module.css";
import { PortalTickets } from "@/features/tickets/portal/portal-ticket";
import {
  inSections,
  isFound,
  PORTAL_PAGE_SIZE,
  type Section,
} from "@/features/tickets/portal/portal-words";
import { StaleListNotice } from "@/features/tickets/stale-list-notice";
import { ticketFilter } from "@/features/tickets/ticket-filter";
import { flatten } from "@/features/tickets/ticket-list-cache";
import { useTicketList } from "@/features/tickets/use-ticket-list";
import { ITEM_WORDS } from "@/shared/lib/item-words";
import { ErrorState } from "@/shared/ui/error-state";
import { LoadMore } from "@/shared/ui/load-more";
import { MessageState } from "@/shared/ui/message-state";

type PortalView = "mine" | "watching";

const ABOUT: Record<PortalView, string> = {
  mine: "What you raised, and what became of it",
  watching: "Tickets of others that you follow",
};

const TITLES: Record<PortalView, Record<Section, string>> = {
  mine: { waiting: "Please have a look", working: "We are working on it", over: "Closed" },
  watching: { waiting: "", working: "Open", over: "Done" },
};

const SECTIONS: readonly Section[] = ["waiting", "working", "over"];

/** A requester's tickets, what waits for them first. */
export default function MyTicketsPage({ view }: { view: PortalView }) {
  const [typed, setTyped] = useState("");
  const list = useTicketList(ticketFilter("TICKET", { view, status: "ALL" }), PORTAL_PAGE_SIZE);
  const tickets = flatten(list.data);
  const found = tickets.filter((ticket) => isFound(ticket, typed.trim()));
  const sections = inSections(found, view === "watching");
  const title = listTitle("TICKET", view);
  useDocumentTitle(`${title} · Seaversity`);

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          <p className={classes.about}>{ABOUT[view]}</p>
        </div>
        {tickets.length > 0 ? (
          <TextInput
            type="search"
            aria-label="Find by words or number"
            aria-keyshortcuts="/"
            placeholder="Find by words or number"
            leftSection={<Search size={16} aria-hidden="true" />}
            className={classes.find}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        ) : null}
      </header>
      {list.data ? <StaleListNotice /> : null}
      {list.isPending ? (
        <Stack gap={10} aria-busy="true">
          {["a", "b", "c", "d"].map((key) => (
            <Skeleton key={key} height={92} radius={12} />
          ))}
        </Stack>
      ) : list.isError && tickets.length === 0 ? (
        <ErrorState
          error={list.error}
          title="Your tickets could not be loaded"
          onRetry={() => void list.refetch()}
        />
      ) : tickets.length === 0 && !list.hasNextPage ? (
        <Empty view={view} />
      ) : (
        <>
          {SECTIONS.map((section) =>
            sections[section].length > 0 ? (
              <section
                key={section}
                aria-labelledby={`section-${section}`}
                className={classes.section}
                data-section={section}
              >
                <h2 className={classes.title} id={`section-${section}`}>
                  {TITLES[view][section]}
                </h2>
                <PortalTickets tickets={sections[section]} />
              </section>
            ) : null,
          )}
          {found.length === 0 && !list.hasNextPage ? (
            <MessageState icon={<SearchX size={26} />} title="No tickets match">
              Only titles and numbers are looked through.
            </MessageState>
          ) : (
            <LoadMore
              words={[ITEM_WORDS.TICKET.one, ITEM_WORDS.TICKET.many]}
              hasMore={list.hasNextPage}
              isLoading={list.isFetchingNextPage}
              error={list.isFetchNextPageError ? list.error : null}
              onLoad={() => void list.fetchNextPage()}
              count={found.length}
            />
          )}
        </>
      )}
    </div>
  );
}

function Empty({ view }: { view: PortalView }) {
  if (view === "watching") {
    return (
      <MessageState icon={<Eye size={26} />} title="You follow no tickets">
        When somebody lets you follow their ticket, you find it here and get its answers.
      </MessageState>
    );
  }
  return (
    <MessageState
      icon={<Inbox size={26} />}
      title="No tickets yet"
      action={
        <Button renderRoot={(props) => <Link to="/" {...props} />}>Choose what it is about</Button>
      }
    >
      When something does not work, raise a ticket: you see its progress and the answers here.
    </MessageState>
  );
}
