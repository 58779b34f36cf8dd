import { useQueryClient } from "@tanstack/react-query";
import { markFresh } from "@/features/tickets/fresh-tickets";
import {
  addComment,
  applySummary,
  putComment,
  removeComment,
} from "@/features/tickets/ticket-cache";
import type { TicketFilter } from "@/features/tickets/ticket-filter";
import { applyTicket, type TicketPages } from "@/features/tickets/ticket-list-cache";
import { addCommentKey } from "@/features/tickets/use-add-comment";
import { ticketKey } from "@/features/tickets/use-ticket";
import type { Comment, TicketDetails, TicketSummary } from "@/shared/api/types";
import { useLiveMessage } from "@/shared/live/use-live-message";
import { useCurrentUser } from "@/shared/session/use-current-user";

/** Keeps every list and every ticket in the cache as the server pushes it; mounted once, in the shell. */
export function useTicketsLive() {
  const client = useQueryClient();
  const user = useCurrentUser();

  const onTicket = (ticket: TicketSummary) => {
    for (const query of client.getQueryCache().findAll({ queryKey: ["tickets"] })) {
      const list = query.state.data as TicketPages | undefined;
      if (!list) continue;
      const next = applyTicket(list, ticket, query.queryKey[1] as TicketFilter, user);
      if (next === list) continue;
      client.setQueryData(query.queryKey, next);
      markFresh(ticket.id);
    }
    const key = ticketKey(ticket.number);
    const details = client.getQueryData<TicketDetails>(key);
    if (!details) return;
    const next = applySummary(details, ticket);
    if (next === details) return;
    client.setQueryData(key, next);
    // A change of ours is on its way back by itself; anybody else's may have changed what we may do.
    if (client.isMutating({ mutationKey: ["change-ticket", ticket.number] }) > 0) return;
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
  };
  const isComingBack = (comment: Comment, number: string) =>
    comment.author.id === user.id && client.isMutating({ mutationKey: addCommentKey(number) }) > 0;

  useLiveMessage(({ event, data }) => {
    switch (event) {
      case "ticket:updated":
        return onTicket(data.ticket);
      case "task:updated":
        return onTicket(data.task);
      case "comment:added":
        if (isComingBack(data.comment, data.number)) return;
        return onComment(data.workItemId, data.number, (it) => addComment(it, data.comment));
      case "comment:updated":
        return onComment(data.workItemId, data.number, (it) => putComment(it, data.comment));
      case "comment:deleted":
        return onComment(data.workItemId, data.number, (it) => removeComment(it, data.commentId));
    }
  });
}
