//! Comments on tickets.

use domain::policy::{self, Standing, WorkItemOperation};
use domain::{Action, Change, CommentId, Status, WorkItem, rich_text};
use store::{CommitError, Cursor, Key, Page, Store};

use crate::idempotency::{Repeatable, replay};
use crate::tickets::{TicketRef, activity_of, visible};
use crate::views::Comment;
use crate::{AppError, Caller, Result};

/// What a client says of a new comment; lengths are checked already.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// HTML as the editor made it.
    pub content: String,
    /// Whether only those who handle the ticket may read it.
    pub is_internal: bool,
}

/// Adds a comment. A requester's public word on a resolved ticket reopens it, in the same transaction.
pub async fn add(
    store: &Store,
    caller: &Caller,
    ticket: &TicketRef,
    new: &NewComment,
    repeatable: Option<&Repeatable>,
) -> Result<Comment> {
    /// A reopening meets a change of the ticket at most so often before the client is told.
    const TRIES: usize = 5;
    let content = rich_text::sanitise(&new.content);
    if rich_text::plain_text(&content).is_empty() {
        return Err(AppError::invalid("content", "must say something"));
    }
    let item_key = Key::work_item(ticket.resolve(store, caller).await?);
    for _ in 0..TRIES {
        let found = store.fetch(&[caller.session_key(), item_key.clone()]).await?;
        let principal = caller.check(found.get(&caller.session_key())?)?;
        let item = visible(&principal, found.get(&item_key)?)?;
        principal.may(
            if new.is_internal {
                WorkItemOperation::CommentInternally
            } else {
                WorkItemOperation::CommentPublicly
            },
            &item,
        )?;

        let comment = domain::Comment {
            id: CommentId::new(caller.at),
            work_item_id: item.id,
            author: principal.to_ref(),
            author_role: principal.role,
            content: content.clone(),
            is_internal: new.is_internal,
            created_at: caller.at,
            updated_at: caller.at,
        };
        let by_requester = principal.standing(&item) == Standing::Requester;
        let reopened = (by_requester && item.status == Status::Resolved).then(|| reopen(&item, caller));
        let after = reopened.as_ref().unwrap_or(&item);
        let mut activity = activity_of(
            caller,
            &principal,
            Action::Commented,
            after,
            Change::between("status", &item.status, &after.status).into_iter().collect(),
        );
        activity.comment_id = Some(comment.id);
        activity.is_internal = comment.is_internal;
        if let Some(summary) = &mut activity.work_item {
            summary.updated_at = caller.at;
            summary.public_comment_count += u64::from(!comment.is_internal);
            summary.internal_comment_count += u64::from(comment.is_internal);
        }

        let view = Comment::from(comment.clone());
        let answer = repeatable
            .map(|repeatable| repeatable.answer(principal.user_id, &view, caller.at))
            .transpose()?;
        let change = reopened.as_ref().map(|after| (&item, after));
        match store.add_comment(&comment, &activity, change, answer.as_ref()).await {
            Ok(()) => return Ok(view),
            Err(CommitError::Repeated(stored)) => return replay(repeatable, &stored),
            Err(CommitError::Stale) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::Contended)
}

fn reopen(item: &WorkItem, caller: &Caller) -> WorkItem {
    let mut after = item.clone();
    after.set_status(Status::InProgress, caller.at);
    after.version += 1;
    after.updated_at = caller.at;
    after
}

/// One page of the ticket's comments, newest first; a requester gets the public ones only, so a page may hold fewer
/// than `limit` and still have a next one.
pub async fn list(
    store: &Store,
    caller: &Caller,
    ticket: &TicketRef,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page<Comment>> {
    let id = ticket.resolve(store, caller).await?;
    let keys = [caller.session_key(), Key::work_item(id)];
    let (found, comments) = tokio::join!(store.fetch(&keys), store.comments(id, after, limit));
    let found = found?;
    let principal = caller.check(found.get(&keys[0])?)?;
    let item = visible(&principal, found.get(&keys[1])?)?;
    principal.may(WorkItemOperation::View, &item)?;
    let standing = principal.standing(&item);
    Ok(comments?.filter_map(|comment| policy::visible_comment(standing, comment).map(Comment::from)))
}

/// One comment.
pub async fn read(store: &Store, caller: &Caller, id: CommentId) -> Result<Comment> {
    const COMMENT: &str = "comment";
    let work_item = store.work_item_of_comment(id).await?.ok_or(AppError::NotFound(COMMENT));
    let Ok(work_item) = work_item else {
        caller.check_alone(store).await?;
        return Err(AppError::NotFound(COMMENT));
    };
    let keys = [caller.session_key(), Key::work_item(work_item)];
    let (found, comment) = tokio::join!(store.fetch(&keys), store.comment(work_item, id));
    let found = found?;
    let principal = caller.check(found.get(&keys[0])?)?;
    let item: Option<WorkItem> = found.get(&keys[1])?;
    let standing = item.as_ref().map_or(Standing::Stranger, |item| principal.standing(item));
    comment?
        .and_then(|comment| policy::visible_comment(standing, comment))
        .map(Comment::from)
        .ok_or(AppError::NotFound(COMMENT))
}
