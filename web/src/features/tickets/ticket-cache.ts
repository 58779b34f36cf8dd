import type { Comment, Page, Ticket, TicketDetails, TicketSummary } from "@/shared/api/types";

/**
 * The conversation after it was read again: what had been paged in before the fresh comments stays,
 * as long as the two parts meet.
 */
export function keepOlder(fresh: Page<Comment>, before: Page<Comment> | undefined): Page<Comment> {
  const first = fresh.items[0];
  if (!before || !first) return fresh;
  const at = before.items.findIndex(({ id }) => id === first.id);
  if (at <= 0) return fresh;
  return { items: [...before.items.slice(0, at), ...fresh.items], nextCursor: before.nextCursor };
}

/** Older comments (newest first, as the API lists them) put before the conversation (oldest first). */
export function prependOlder(details: TicketDetails, older: Page<Comment>): TicketDetails {
  const known = new Set(details.comments.items.map(({ id }) => id));
  const items = older.items.filter(({ id }) => !known.has(id)).reverse();
  return {
    ...details,
    comments: {
      items: [...items, ...details.comments.items],
      nextCursor: older.nextCursor ?? null,
    },
  };
}

/**
 * A comment that was sent or pushed, in its place by time; the same object if it was there, or stands on the ticket
 * that it opened.
 */
export function addComment(details: TicketDetails, comment: Comment): TicketDetails {
  const { items } = details.comments;
  const isElsewhere = comment.workItemId !== details.ticket.id;
  if (isElsewhere || items.some(({ id }) => id === comment.id)) return details;
  let at = items.length;
  while (at > 0 && (items[at - 1]?.createdAt ?? "") > comment.createdAt) at -= 1;
  return {
    ...details,
    ticket: { ...details.ticket, commentCount: details.ticket.commentCount + 1 },
    comments: { ...details.comments, items: [...items.slice(0, at), comment, ...items.slice(at)] },
  };
}

/** A comment that was edited; the same object where it is not shown, or is as it was. */
export function putComment(details: TicketDetails, comment: Comment): TicketDetails {
  const { items } = details.comments;
  const known = items.find(({ id }) => id === comment.id);
  if (!known || known.updatedAt > comment.updatedAt) return details;
  return {
    ...details,
    comments: {
      ...details.comments,
      items: items.map((each) => (each.id === comment.id ? comment : each)),
    },
  };
}

/** Without a comment that was removed; the same object where it was not shown. */
export function removeComment(details: TicketDetails, commentId: string): TicketDetails {
  const items = details.comments.items.filter(({ id }) => id !== commentId);
  if (items.length === details.comments.items.length) return details;
  return {
    ...details,
    ticket: { ...details.ticket, commentCount: Math.max(0, details.ticket.commentCount - 1) },
    comments: { ...details.comments, items },
  };
}

export function putTicket(details: TicketDetails, ticket: Ticket): TicketDetails {
  if (details.ticket.version > ticket.version) return details;
  return { ...details, ticket };
}

/**
 * A pushed summary says what every reader may know; what this reader may do (`allowedStatuses` and
 * the like), the checklist and the answers it does not say, so the page is read again after this. Until
 * then its version stays: a change of what is shown still is one upon what was read.
 */
export function applySummary(details: TicketDetails, summary: TicketSummary): TicketDetails {
  if (summary.id !== details.ticket.id || summary.version <= details.ticket.version) return details;
  const { commentCount: _theirs, version: _newer, ...fields } = summary;
  return { ...details, ticket: { ...details.ticket, ...fields } };
}
