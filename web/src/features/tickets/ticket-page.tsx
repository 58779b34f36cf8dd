import { Button, Tabs } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { History, MessagesSquare, SearchX } from "lucide-react";
import { useEffect } from "react";
import { ActivityList } from "@/features/tickets/activity-list";
import { Conversation } from "@/features/tickets/conversation";
import { ReplyBox } from "@/features/tickets/reply-box";
import { TicketDetailsPanel } from "@/features/tickets/ticket-details-panel";
import { TicketHeading } from "@/features/tickets/ticket-heading";
import classes from "@/features/tickets/ticket-page.module.css";
import { TicketPageSkeleton } from "@/features/tickets/ticket-page-skeleton";
import { useRecordVisit } from "@/features/tickets/use-record-visit";
import { ticketKey, useTicket } from "@/features/tickets/use-ticket";
import { hasStatus } from "@/shared/api/api-error";
import { useTicketRoom } from "@/shared/live/use-ticket-room";
import { BackLink } from "@/shared/ui/back-link";
import { ErrorState } from "@/shared/ui/error-state";
import { MessageState } from "@/shared/ui/message-state";
import { StatusBadge } from "@/shared/ui/status-badge";

export function TicketPage({ ticketRef }: { ticketRef: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const query = useTicket(ticketRef);
  const details = query.data;
  const number = details?.ticket.number;
  // A ticket that was there may go out of sight, when it is given to another team.
  const isGone = hasStatus(query.error, 404) || hasStatus(query.error, 400);
  useDocumentTitle(details ? `${number} ${details.ticket.title}` : "Ticket · Seaversity");
  useTicketRoom(details?.ticket.id);
  useRecordVisit(ticketRef, details?.ticket, isGone);

  // A ticket has one address, the one with its number: links with an id end up there.
  useEffect(() => {
    if (!details || !number || number === ticketRef) return;
    client.setQueryData(ticketKey(number), details);
    void navigate({ to: "/tickets/$ticketRef", params: { ticketRef: number }, replace: true });
  }, [client, details, navigate, number, ticketRef]);

  if (query.isPending) return <TicketPageSkeleton />;
  if (isGone) return <TicketNotFound ticketRef={ticketRef} />;
  if (!details) {
    return (
      <ErrorState
        isPage
        error={query.error}
        title="The ticket could not be loaded"
        onRetry={() => void query.refetch()}
      />
    );
  }

  const { ticket, comments } = details;
  const conversation = (
    <>
      <Conversation ticketRef={ticketRef} ticket={ticket} comments={comments} />
      <ReplyBox ticketRef={ticketRef} ticket={ticket} />
    </>
  );

  return (
    <article className={classes.page} aria-labelledby="ticket-title">
      <header className={classes.head}>
        <BackLink to="/tickets">Back to the list</BackLink>
        <div className={classes.titleLine}>
          <span className={classes.number}>{ticket.number}</span>
          <StatusBadge status={ticket.status} />
        </div>
        <TicketHeading id="ticket-title" ticketRef={ticketRef} ticket={ticket} />
      </header>
      <div className={classes.details}>
        <TicketDetailsPanel ticketRef={ticketRef} ticket={ticket} />
      </div>
      <div className={classes.conversation}>
        {ticket.canCommentInternally ? (
          <Tabs defaultValue="conversation" keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="conversation" leftSection={<MessagesSquare size={16} />}>
                Conversation
              </Tabs.Tab>
              <Tabs.Tab value="activity" leftSection={<History size={16} />}>
                Activity
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="conversation">{conversation}</Tabs.Panel>
            <Tabs.Panel value="activity">
              <ActivityList ticketId={ticket.id} />
            </Tabs.Panel>
          </Tabs>
        ) : (
          conversation
        )}
      </div>
    </article>
  );
}

function TicketNotFound({ ticketRef }: { ticketRef: string }) {
  return (
    <MessageState
      isPage
      icon={<SearchX size={26} />}
      title="Ticket not found"
      action={
        <Button renderRoot={(props) => <Link to="/tickets" {...props} />}>Go to my tickets</Button>
      }
    >
      There is no ticket {ticketRef}, or it is not for you to see.
    </MessageState>
  );
}
