//! Comments on tickets and tasks.

use domain::policy::{self, Standing, WorkItemOperation};
use domain::{Action, Activity, Change, CommentId, Principal, Status, WorkItem, rich_text};
use store::{CommitError, Cursor, Key, Page, Store};

use crate::idempotency::{Repeatable, replay};
use crate::views::Comment;
use crate::work_items::{ItemRef, activity_of, expect_unmerged, read_with_session, visible};
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
    ticket: &ItemRef,
    new: &NewComment,
    repeatable: Option<&Repeatable>,
) -> Result<Comment> {
    /// A reopening meets a change of the ticket at most so often before the client is told.
    const TRIES: usize = 5;
    let content = sayable(&new.content)?;
    let item_key = Key::work_item(ticket.resolve(store, caller).await?);
    for _ in 0..TRIES {
        let (principal, found) = read_with_session(store, caller, [item_key.clone()]).await?;
        let item = visible(&principal, ticket.item_type, found.get(&item_key)?)?;
        principal.may(
            if new.is_internal {
                WorkItemOperation::CommentInternally
            } else {
                WorkItemOperation::CommentPublicly
            },
            &item,
        )?;
        expect_unmerged(&item)?;

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
    ticket: &ItemRef,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page<Comment>> {
    let id = ticket.resolve(store, caller).await?;
    let key = Key::work_item(id);
    let (read, comments) =
        tokio::join!(read_with_session(store, caller, [key.clone()]), store.comments(id, after, limit));
    let (principal, found) = read?;
    let item = visible(&principal, ticket.item_type, found.get(&key)?)?;
    principal.may(WorkItemOperation::View, &item)?;
    let standing = principal.standing(&item);
    Ok(comments?.filter_map(|comment| policy::visible_comment(standing, comment).map(Comment::from)))
}

/// What a comment that is not there, or not for this person, is called.
const COMMENT: &str = "comment";

/// A comment with its item, for somebody who may see it.
struct Found {
    principal: Principal,
    item: WorkItem,
    comment: domain::Comment,
}

async fn find(store: &Store, caller: &Caller, id: CommentId) -> Result<Found> {
    let Some(work_item) = store.work_item_of_comment(id).await? else {
        caller.check_alone(store).await?;
        return Err(AppError::NotFound(COMMENT));
    };
    let key = Key::work_item(work_item);
    let (read, comment) =
        tokio::join!(read_with_session(store, caller, [key.clone()]), store.comment(work_item, id));
    let (principal, found) = read?;
    let item: Option<WorkItem> = found.get(&key)?;
    let item = item.filter(|item| item.deleted_at.is_none()).ok_or(AppError::NotFound(COMMENT))?;
    let standing = principal.standing(&item);
    let comment = comment?.and_then(|comment| policy::visible_comment(standing, comment));
    Ok(Found { comment: comment.ok_or(AppError::NotFound(COMMENT))?, principal, item })
}

/// One comment.
pub async fn read(store: &Store, caller: &Caller, id: CommentId) -> Result<Comment> {
    Ok(find(store, caller, id).await?.comment.into())
}

/// Changes what a comment says. What it said stays in the activity.
pub async fn edit(store: &Store, caller: &Caller, id: CommentId, content: &str) -> Result<Comment> {
    let Found { principal, item, comment: before } = find(store, caller, id).await?;
    principal.may_change_comment(&before, &item, caller.at)?;
    expect_unmerged(&item)?;
    let content = sayable(content)?;
    if content == before.content {
        return Ok(before.into());
    }
    let after = domain::Comment { content, updated_at: caller.at, ..before.clone() };
    let changes = Change::between("content", &before.content, &after.content).into_iter().collect();
    let activity = of_comment(caller, &principal, Action::CommentEdited, &item, &after, changes);
    match store.change_comment(&before, &after, &activity).await {
        Ok(()) => Ok(after.into()),
        Err(CommitError::Stale) => {
            Err(AppError::Conflict("the comment has changed since it was read; try again"))
        }
        Err(error) => Err(error.into()),
    }
}

/// Removes a comment. What it said stays in the activity.
pub async fn delete(store: &Store, caller: &Caller, id: CommentId) -> Result<()> {
    let Found { principal, item, comment } = find(store, caller, id).await?;
    principal.may_change_comment(&comment, &item, caller.at)?;
    expect_unmerged(&item)?;
    let changes = Change::between("content", &comment.content, &String::new()).into_iter().collect();
    let activity = of_comment(caller, &principal, Action::CommentDeleted, &item, &comment, changes);
    match store.delete_comment(&comment, &activity).await {
        Ok(()) => Ok(()),
        Err(CommitError::Stale) => Err(AppError::NotFound(COMMENT)),
        Err(error) => Err(error.into()),
    }
}

fn of_comment(
    caller: &Caller,
    principal: &Principal,
    action: Action,
    item: &WorkItem,
    comment: &domain::Comment,
    changes: Vec<Change>,
) -> Activity {
    Activity {
        comment_id: Some(comment.id),
        is_internal: comment.is_internal,
        ..activity_of(caller, principal, action, item, changes)
    }
}

/// The text as it is kept, if it says something.
fn sayable(content: &str) -> Result<String> {
    let content = rich_text::sanitise(content);
    if rich_text::plain_text(&content).is_empty() {
        return Err(AppError::invalid("content", "must say something"));
    }
    Ok(content)
}
