import type { Activity, Comment, PersonRef } from "@/shared/api/types";

/** What a comment said from a moment on. */
export interface CommentVersion {
  html: string;
  at: string;
  by: PersonRef;
}

function contentOf({ changes }: Activity) {
  return changes.find(({ field }) => field === "content");
}

/** All that a comment has said, the newest first, out of the activity of its ticket. */
export function versionsOf(comment: Comment, activity: Activity[]): CommentVersion[] {
  const edits = activity
    .filter(({ action, commentId }) => action === "COMMENT_EDITED" && commentId === comment.id)
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  const [first] = edits;
  if (!first) return [{ html: comment.content, at: comment.createdAt, by: comment.author }];
  const written = {
    html: String(contentOf(first)?.before ?? ""),
    at: comment.createdAt,
    by: comment.author,
  };
  const edited = edits.map((edit) => ({
    html: String(contentOf(edit)?.after ?? ""),
    at: edit.createdAt,
    by: edit.actor,
  }));
  return [written, ...edited].reverse();
}

/** Whether activity (the newest first) reaches back to when the comment was written. */
export function reachesBack(activity: Activity[], { createdAt }: Comment): boolean {
  const oldest = activity.at(-1);
  return oldest !== undefined && oldest.createdAt <= createdAt;
}
