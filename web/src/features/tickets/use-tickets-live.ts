import { useQueryClient } from "@tanstack/react-query";
import { isChanging, withPending } from "@/features/tickets/change-ticket";
import { attachmentsKey } from "@/features/tickets/files/attachments-key";
import { markFresh } from "@/features/tickets/fresh-tickets";
import { lastCommentKey } from "@/features/tickets/portal/use-last-comment";
import {
  addComment,
  applySummary,
  putComment,
  removeComment,
} from "@/features/tickets/ticket-cache";
import type { TicketFilter } from "@/features/tickets/ticket-filter";
import {
  applyTicket,
  applyToSorted,
  type TicketPages,
  withoutTicket,
} from "@/features/tickets/ticket-list-cache";
import { addCommentKey } from "@/features/tickets/use-add-comment";
import { useReadAgain } from "@/features/tickets/use-read-again";
import { ticketKey } from "@/features/tickets/use-ticket";
import type { Comment, TicketDetails, TicketSummary } from "@/shared/api/types";
import { useLiveMessage } from "@/shared/live/use-live-message";
import { isStaff } from "@/shared/session/is-staff";
import { useCurrentUser } from "@/shared/session/use-current-user";

/** Keeps every list and every ticket in the cache as the server pushes it; mounted once, in the shell. */
export function useTicketsLive() {
  const client = useQueryClient();
  const user = useCurrentUser();
  const readAgain = useReadAgain();

  const onTicket = (ticket: TicketSummary) => {
    for (const query of client.getQueryCache().findAll({ queryKey: ["tickets"] })) {
      const list = query.state.data as TicketPages | undefined;
      if (!list) continue;
      const filter = query.queryKey[1] as TicketFilter;
      if (filter.sort) {
        const changed = applyToSorted(list, ticket, filter, user);
        if (!changed) continue;
        client.setQueryData(query.queryKey, changed);
        markFresh(ticket.id);
        readAgain(query.queryKey);
        continue;
      }
      const next = applyTicket(list, ticket, filter, user);
      if (next === list) continue;
      client.setQueryData(query.queryKey, next);
      markFresh(ticket.id);
    }
    const key = ticketKey(ticket.number);
    const details = client.getQueryData<TicketDetails>(key);
    if (!details) return;
    const next = applySummary(details, ticket);
    if (next === details) return;
    const shown = withPending(client, ticket.number, next.ticket);
    client.setQueryData(key, { ...next, ticket: shown });
    // A change of ours is on its way back by itself; anybody else's may have changed what we may do.
    if (isChanging(client, ticket.number)) return;
    void client.invalidateQueries({ queryKey: key });
    void client.invalidateQueries({ queryKey: ["activity", ticket.id] });
  };

  const onComment = (
    ticketId: string,
    number: string,
    change: (details: TicketDetails) => TicketDetails,
  ) => {
    client.setQueryData<TicketDetails>(ticketKey(number), (details) => details && change(details));
    void client.invalidateQueries({ queryKey: ["activity", ticketId] });
    void client.invalidateQueries({ queryKey: lastCommentKey(ticketId) });
  };
  const isComingBack = (comment: Comment, number: string) =>
    comment.author.id === user.id && client.isMutating({ mutationKey: addCommentKey(number) }) > 0;

  /** It is out of this person's sight: no list has it any more, and its page asks again and says so. */
  const onGone = (ticketId: string, number: string) => {
    for (const query of client.getQueryCache().findAll({ queryKey: ["tickets"] })) {
      const list = query.state.data as TicketPages | undefined;
      const next = list && withoutTicket(list, ticketId);
      if (next !== list) client.setQueryData(query.queryKey, next);
    }
    // It may have come back meanwhile: the lists are read again when they are next looked at.
    void client.invalidateQueries({ queryKey: ["tickets"], refetchType: "none" });
    // Whoever gives it away just now is led back to the list.
    if (isChanging(client, number)) return;
    void client.invalidateQueries({ queryKey: ticketKey(number) });
  };

  useLiveMessage(({ event, data }) => {
    switch (event) {
      case "ticket:updated":
        return onTicket(data.ticket);
      case "task:updated":
        return onTicket(data.task);
      case "item:gone":
        return onGone(data.workItemId, data.number);
      case "comment:added":
        if (!isStaff(user)) client.setQueryData(lastCommentKey(data.workItemId), data.comment);
        if (isComingBack(data.comment, data.number)) return;
        return onComment(data.workItemId, data.number, (it) => addComment(it, data.comment));
      case "comment:updated":
        return onComment(data.workItemId, data.number, (it) => putComment(it, data.comment));
      case "comment:deleted":
        return onComment(data.workItemId, data.number, (it) => removeComment(it, data.commentId));
      case "attachment:added":
      case "attachment:deleted":
        void client.invalidateQueries({ queryKey: attachmentsKey(data.workItemId) });
        void client.invalidateQueries({ queryKey: ["activity", data.workItemId] });
        return;
    }
  });
}
