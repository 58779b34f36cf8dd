import type { Comment, Ticket, User } from "@/shared/api/types";
import { isStaff } from "@/shared/session/is-staff";

const OWN_MS = 15 * 60_000;

/**
 * Whether somebody is offered to change a comment: what they wrote, for a quarter of an hour where they
 * raise tickets only; managers in their teams, admins everywhere. The server decides.
 */
export function mayChangeComment(
  comment: Comment,
  ticket: Ticket,
  user: User,
  now: number,
): boolean {
  if (!ticket.canComment) return false;
  const isOwn = comment.author.id === user.id;
  switch (user.role) {
    case "ADMIN":
      return true;
    case "MANAGER":
      return isOwn || Boolean(ticket.teamId && user.teamIds.includes(ticket.teamId));
    case "AGENT":
      return isOwn;
    case "USER":
      return isOwn && now - Date.parse(comment.createdAt) <= OWN_MS;
  }
}

/** Whether a comment can get a ticket of its own: not a note, which its author would read there. */
export function maySplitComment(comment: Comment, ticket: Ticket, user: User): boolean {
  return ticket.type === "TICKET" && ticket.canEdit && isStaff(user) && !comment.isInternal;
}

/** Whether somebody may read who changed what, and so what a comment said before it was edited. */
export function seesActivity(ticket: Ticket, user: User): boolean {
  // Of a ticket that was merged or deleted nobody may write more; an admin still reads what was.
  return ticket.canCommentInternally || user.role === "ADMIN";
}

/** A comment carries the moment of its writing twice until it is edited. */
export function isEdited({ createdAt, updatedAt }: Comment): boolean {
  return updatedAt !== createdAt;
}
