import { Button, Tabs } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { BellOff, History, MessagesSquare, SearchX } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ActivityList } from "@/features/tickets/activity-list";
import { seesActivity } from "@/features/tickets/comment-rights";
import { Conversation } from "@/features/tickets/conversation";
import { TicketPictures } from "@/features/tickets/files/ticket-pictures";
import { FollowUpDialog } from "@/features/tickets/follow-up-dialog";
import { ItemTyping, ItemViewers } from "@/features/tickets/item-viewers";
import { MergeDialog } from "@/features/tickets/merge-dialog";
import { useOpenItem } from "@/features/tickets/open-item";
import { TicketProgress } from "@/features/tickets/portal/ticket-progress";
import { ReplyBox, type ReplyBoxHandle } from "@/features/tickets/reply-box";
import { TicketBanners } from "@/features/tickets/ticket-banners";
import {
  type DetailsPanelHandle,
  TicketDetailsPanel,
} from "@/features/tickets/ticket-details-panel";
import { TicketHeading } from "@/features/tickets/ticket-heading";
import { TicketMenu } from "@/features/tickets/ticket-menu";
import classes from "@/features/tickets/ticket-page.module.css";
import { TicketPageSkeleton } from "@/features/tickets/ticket-page-skeleton";
import { useIsNarrow } from "@/features/tickets/use-is-wide";
import { useItemActions } from "@/features/tickets/use-item-actions";
import { useRecordVisit } from "@/features/tickets/use-record-visit";
import { ticketKey, useTicket } from "@/features/tickets/use-ticket";
import { hasStatus } from "@/shared/api/api-error";
import type { ItemType, TicketDetails } from "@/shared/api/types";
import { ITEM_WORDS, itemTarget, listTarget } from "@/shared/lib/item-words";
import { useShowItem } from "@/shared/lib/shown-item";
import { useItemRoom } from "@/shared/live/use-item-room";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";
import { BackLink } from "@/shared/ui/back-link";
import { DueMark } from "@/shared/ui/due-mark";
import { ErrorState } from "@/shared/ui/error-state";
import { MessageState } from "@/shared/ui/message-state";
import { StatusBadge } from "@/shared/ui/status-badge";

const AttachmentsSection = lazy(() => import("@/features/tickets/files/attachments-section"));

export type ItemTab = "conversation" | "activity";

interface TicketPageProps {
  type: ItemType;
  ticketRef: string;
  /** Where the ticket stands beside a list: what is above it, in the place of the way back. */
  bar?: ReactNode;
  /** What is shown at first. */
  tab?: ItemTab;
  onTab?: (tab: ItemTab) => void;
}

/** The page of a ticket, or of a task. */
export function TicketPage({ type, ticketRef, ...rest }: TicketPageProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const query = useTicket(type, ticketRef);
  const { One } = ITEM_WORDS[type];
  const details = query.data;
  const number = details?.ticket.number;
  // A ticket that was there may go out of sight, when it is given to another team.
  const isGone = hasStatus(query.error, 404) || hasStatus(query.error, 400);
  useDocumentTitle(
    details && !isGone
      ? `${number} ${details.ticket.title}`
      : `${isGone ? `${One} not found` : One} · Seaversity`,
  );
  const present = useItemRoom(type, details?.ticket.id);
  useShowItem(details?.ticket.id);
  useRecordVisit(ticketRef, details?.ticket, isGone);

  // A ticket has one address, the one with its number: links with an id end up there.
  useEffect(() => {
    if (!details || !number || number === ticketRef) return;
    client.setQueryData(ticketKey(number), details);
    void navigate({ ...itemTarget({ number, type }), search: true, replace: true });
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

  return <LoadedPage ticketRef={ticketRef} details={details} present={present} {...rest} />;
}

interface LoadedPageProps extends Omit<TicketPageProps, "type"> {
  details: TicketDetails;
  /** Who else is on the page. */
  present: ReturnType<typeof useItemRoom>;
}

function LoadedPage({
  ticketRef,
  details: { ticket, comments, isMuted },
  present,
  bar,
  tab: firstTab = "conversation",
  onTab,
}: LoadedPageProps) {
  const { type } = ticket;
  const user = useCurrentUser();
  const isNarrow = useIsNarrow(bar !== undefined);
  const reply = useRef<ReplyBoxHandle>(null);
  const panel = useRef<DetailsPanelHandle>(null);
  const [tab, setTab] = useState(firstTab);
  const [dialog, setDialog] = useState<"merge" | "follow-up" | null>(null);
  const [isInternal, setInternal] = useState(false);

  const showTab = (next: ItemTab) => {
    if (next === tab) return;
    setTab(next);
    onTab?.(next);
  };
  const write = (toBeInternal: boolean) => {
    flushSync(() => showTab("conversation"));
    reply.current?.write(toBeInternal);
  };
  const actions = useItemActions({
    ticketRef,
    ticket,
    isMuted,
    onWrite: write,
    onStatus: () => panel.current?.openStatus(),
  });
  useOpenItem(type, actions);

  const details = (
    <div key="details" className={classes.details}>
      <TicketDetailsPanel
        ref={panel}
        ticketRef={ticketRef}
        ticket={ticket}
        isBeside={bar !== undefined}
      />
    </div>
  );
  const conversation = (
    <>
      <Conversation
        ticketRef={ticketRef}
        ticket={ticket}
        comments={comments}
        onQuote={(html) => reply.current?.quote(html)}
      />
      {ticket.canComment ? (
        <div>
          <ItemTyping present={present} />
          <ReplyBox ref={reply} ticketRef={ticketRef} ticket={ticket} onKind={setInternal} />
        </div>
      ) : null}
    </>
  );

  const main = (
    <div key="main" className={classes.conversation}>
      <TicketPictures ticket={ticket}>
        <Suspense>
          <AttachmentsSection key={ticket.id} ticket={ticket} isInternal={isInternal} />
        </Suspense>
        {seesActivity(ticket, user) ? (
          <Tabs value={tab} onChange={(next) => showTab(next as ItemTab)} keepMounted={false}>
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
      </TicketPictures>
    </div>
  );

  return (
    <article
      className={classes.page}
      data-beside={bar !== undefined || undefined}
      aria-labelledby="ticket-title"
    >
      <header className={classes.head}>
        {bar ?? <BackLink {...listTarget(type)}>Back to the list</BackLink>}
        <div className={classes.titleLine}>
          <span className={classes.number}>{ticket.number}</span>
          <StatusBadge status={ticket.status} />
          <DueMark item={ticket} />
          {isMuted ? (
            <span className={classes.muted}>
              <BellOff size={14} aria-hidden="true" /> Muted
            </span>
          ) : null}
          {seesActivity(ticket, user) ? <ItemViewers present={present} /> : null}
        </div>
        <TicketHeading
          id="ticket-title"
          order={bar ? 2 : 1}
          ticketRef={ticketRef}
          ticket={ticket}
          menu={
            <TicketMenu
              ticketRef={ticketRef}
              ticket={ticket}
              isMuted={isMuted}
              onMerge={() => setDialog("merge")}
              onFollowUp={() => setDialog("follow-up")}
            />
          }
        />
        <TicketBanners ticket={ticket} onFollowUp={() => setDialog("follow-up")} />
        {isStaff(user) ? null : (
          <TicketProgress
            ticketRef={ticketRef}
            ticket={ticket}
            onReply={() => reply.current?.focus()}
          />
        )}
      </header>
      {/* Where the keyboard goes next is what the eye finds next. */}
      {isNarrow ? [details, main] : [main, details]}
      {dialog === "merge" ? <MergeDialog ticket={ticket} onClose={() => setDialog(null)} /> : null}
      {dialog === "follow-up" ? (
        <FollowUpDialog ticket={ticket} onClose={() => setDialog(null)} />
      ) : null}
    </article>
  );
}

function TicketNotFound({ type, ticketRef }: Pick<TicketPageProps, "type" | "ticketRef">) {
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
