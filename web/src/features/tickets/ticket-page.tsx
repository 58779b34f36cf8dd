import { Button, Tabs } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { History, MessagesSquare, SearchX } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ActivityList } from "@/features/tickets/activity-list";
import { Conversation } from "@/features/tickets/conversation";
import { FollowUpDialog } from "@/features/tickets/follow-up-dialog";
import { MergeDialog } from "@/features/tickets/merge-dialog";
import { ReplyBox, type ReplyBoxHandle } from "@/features/tickets/reply-box";
import { TicketBanners } from "@/features/tickets/ticket-banners";
import { TicketDetailsPanel } from "@/features/tickets/ticket-details-panel";
import { TicketHeading } from "@/features/tickets/ticket-heading";
import { TicketMenu } from "@/features/tickets/ticket-menu";
import classes from "@/features/tickets/ticket-page.module.css";
import { TicketPageSkeleton } from "@/features/tickets/ticket-page-skeleton";
import { useRecordVisit } from "@/features/tickets/use-record-visit";
import { ticketKey, useTicket } from "@/features/tickets/use-ticket";
import { hasStatus } from "@/shared/api/api-error";
import type { ItemType } from "@/shared/api/types";
import { ITEM_WORDS, itemTarget, listTarget } from "@/shared/lib/item-words";
import { useTicketRoom } from "@/shared/live/use-ticket-room";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { BackLink } from "@/shared/ui/back-link";
import { DueMark } from "@/shared/ui/due-mark";
import { ErrorState } from "@/shared/ui/error-state";
import { MessageState } from "@/shared/ui/message-state";
import { StatusBadge } from "@/shared/ui/status-badge";

interface TicketPageProps {
  type: ItemType;
  ticketRef: string;
}

/** The page of a ticket, or of a task. */
export function TicketPage({ type, ticketRef }: TicketPageProps) {
  const client = useQueryClient();
  const user = useCurrentUser();
  const navigate = useNavigate();
  const query = useTicket(type, ticketRef);
  const reply = useRef<ReplyBoxHandle>(null);
  const [dialog, setDialog] = useState<"merge" | "follow-up" | null>(null);
  const { One } = ITEM_WORDS[type];
  const details = query.data;
  const number = details?.ticket.number;
  // A ticket that was there may go out of sight, when it is given to another team.
  const isGone = hasStatus(query.error, 404) || hasStatus(query.error, 400);
  useDocumentTitle(details ? `${number} ${details.ticket.title}` : `${One} · Seaversity`);
  useTicketRoom(details?.ticket.id);
  useRecordVisit(ticketRef, details?.ticket, isGone);

  // A ticket has one address, the one with its number: links with an id end up there.
  useEffect(() => {
    if (!details || !number || number === ticketRef) return;
    client.setQueryData(ticketKey(number), details);
    void navigate({ ...itemTarget({ number, type }), replace: true });
  }, [client, details, navigate, number, ticketRef, type]);

  if (query.isPending) return <TicketPageSkeleton type={type} />;
  if (isGone) return <TicketNotFound type={type} ticketRef={ticketRef} />;
  if (!details) {
    return (
      <ErrorState
        isPage
        error={query.error}
        title={`The ${ITEM_WORDS[type].one} could not be loaded`}
        onRetry={() => void query.refetch()}
      />
    );
  }

  const { ticket, comments } = details;
  // Of a ticket that was merged or deleted, nobody may write more; those who handle it still read what was.
  const seesActivity = ticket.canCommentInternally || user.role === "ADMIN";
  const conversation = (
    <>
      <Conversation
        ticketRef={ticketRef}
        ticket={ticket}
        comments={comments}
        onQuote={(html) => reply.current?.quote(html)}
      />
      {ticket.canComment ? <ReplyBox ref={reply} ticketRef={ticketRef} ticket={ticket} /> : null}
    </>
  );

  return (
    <article className={classes.page} aria-labelledby="ticket-title">
      <header className={classes.head}>
        <BackLink {...listTarget(type)}>Back to the list</BackLink>
        <div className={classes.titleLine}>
          <span className={classes.number}>{ticket.number}</span>
          <StatusBadge status={ticket.status} />
          {ticket.dueDate ? <DueMark dueDate={ticket.dueDate} status={ticket.status} /> : null}
        </div>
        <TicketHeading
          id="ticket-title"
          ticketRef={ticketRef}
          ticket={ticket}
          menu={
            <TicketMenu
              ticket={ticket}
              onMerge={() => setDialog("merge")}
              onFollowUp={() => setDialog("follow-up")}
            />
          }
        />
        <TicketBanners ticket={ticket} onFollowUp={() => setDialog("follow-up")} />
      </header>
      <div className={classes.details}>
        <TicketDetailsPanel ticketRef={ticketRef} ticket={ticket} />
      </div>
      <div className={classes.conversation}>
        {seesActivity ? (
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
              <ActivityList ticket={ticket} />
            </Tabs.Panel>
          </Tabs>
        ) : (
          conversation
        )}
      </div>
      {dialog === "merge" ? <MergeDialog ticket={ticket} onClose={() => setDialog(null)} /> : null}
      {dialog === "follow-up" ? (
        <FollowUpDialog ticket={ticket} onClose={() => setDialog(null)} />
      ) : null}
    </article>
  );
}

function TicketNotFound({ type, ticketRef }: TicketPageProps) {
  const { one, One, many } = ITEM_WORDS[type];
  return (
    <MessageState
      isPage
      icon={<SearchX size={26} />}
      title={`${One} not found`}
      action={
        <Button renderRoot={(props) => <Link {...listTarget(type)} {...props} />}>
          Go to my {many}
        </Button>
      }
    >
      There is no {one} {ticketRef}, or it is not for you to see.
    </MessageState>
  );
}
