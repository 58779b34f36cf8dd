import { Lock } from "lucide-react";
import type { ReactNode, Ref } from "react";
import classes from "@/features/tickets/comment-item.module.css";
import type { PersonRef, Role } from "@/shared/api/types";
import { ROLE_LABEL } from "@/shared/lib/labels";
import { absoluteTime } from "@/shared/lib/relative-time";
import { PersonAvatar } from "@/shared/ui/person";
import { RelativeTime } from "@/shared/ui/relative-time";
import { RichText } from "@/shared/ui/rich-text";

interface CommentItemProps {
  author: PersonRef;
  authorRole?: Role;
  createdAt?: string;
  note?: string;
  html: string;
  kind: "description" | "public" | "internal";
  isPending?: boolean;
  editedAt?: string;
  /** Shows what it said before it was edited. */
  onHistory?: () => void;
  /** What can be done to it. */
  menu?: ReactNode;
  /** In the place of what it says, while that is changed. */
  form?: ReactNode;
  /** For what moves the keyboard's place to this comment. */
  ref?: Ref<HTMLElement>;
}

const NAME = {
  description: "Description by",
  public: "Comment by",
  internal: "Internal note by",
};

export function CommentItem({
  author,
  authorRole,
  createdAt,
  note,
  html,
  kind,
  isPending = false,
  editedAt,
  onHistory,
  menu,
  form,
  ref,
}: CommentItemProps) {
  return (
    <article
      ref={ref}
      tabIndex={ref ? -1 : undefined}
      className={classes.comment}
      data-kind={kind}
      data-pending={isPending || undefined}
      aria-label={`${NAME[kind]} ${author.name}`}
    >
      <PersonAvatar person={author} size={34} />
      <div className={classes.body}>
        <div className={classes.head}>
          <span className={classes.author}>{author.name}</span>
          {authorRole && authorRole !== "USER" ? (
            <span className={classes.role}>{ROLE_LABEL[authorRole]}</span>
          ) : null}
          {kind === "internal" ? (
            <span className={classes.internal}>
              <Lock size={12} aria-hidden="true" />
              Internal note
            </span>
          ) : null}
          <span className={classes.when}>
            {note ? `${note} ` : null}
            {createdAt ? <RelativeTime instant={createdAt} hasTime /> : null}
            {editedAt ? (
              <>
                {" · "}
                {onHistory ? (
                  <button
                    type="button"
                    className={classes.edited}
                    title={absoluteTime(editedAt)}
                    onClick={onHistory}
                  >
                    edited
                  </button>
                ) : (
                  <span title={absoluteTime(editedAt)}>edited</span>
                )}
              </>
            ) : null}
          </span>
          {menu ? <span className={classes.menu}>{menu}</span> : null}
        </div>
        {form ? (
          form
        ) : html ? (
          <RichText html={html} />
        ) : (
          <p className={classes.none}>No description was given.</p>
        )}
      </div>
    </article>
  );
}
