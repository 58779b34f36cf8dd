//! Comments on tickets and tasks.

mod add;

pub use add::{NewComment, add};

use domain::policy::{self, Standing, WorkItemOperation};
use domain::{
    Action, Activity, Change, CommentId, PersonRef, PersonSearch, Principal, Role, User, UserId, WorkItem,
    rich_text,
};
use futures::future::try_join_all;
use store::{CommitError, Cursor, Fetched, Key, Page, PeopleFilter, Store};

use crate::views::Comment;
use crate::work_items::{ItemRef, activity_of, expect_unmerged, read_with_session, visible};
use crate::{AppError, Caller, Result, rich};

/// What `principal` says of the item, and whom it mentions.
pub(crate) fn said(
    caller: &Caller,
    principal: &Principal,
    item: &WorkItem,
    content: String,
    is_internal: bool,
    mentions: Vec<PersonRef>,
) -> domain::Comment {
    domain::Comment {
        id: CommentId::new(caller.at),
        work_item_id: item.id,
        author: principal.to_ref(),
        author_role: principal.role,
        content,
        mentions,
        is_internal,
        created_at: caller.at,
        updated_at: caller.at,
    }
}

/// The record of the comment on the item, which is as it is afterwards but for its numbers of comments.
pub(crate) fn commented(
    caller: &Caller,
    principal: &Principal,
    item: &WorkItem,
    comment: &domain::Comment,
    changes: Vec<Change>,
) -> Activity {
    let mut activity = of_comment(caller, principal, Action::Commented, item, comment, changes);
    activity.mentioned.clone_from(&comment.mentions);
    if let Some(summary) = &mut activity.work_item {
        summary.updated_at = caller.at;
        summary.public_comment_count += u64::from(!comment.is_internal);
        summary.internal_comment_count += u64::from(comment.is_internal);
    }
    activity
}

/// One page of the ticket's comments, newest first; who does not handle it gets the public ones only.
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
    known(store, &item, principal.standing(&item), comments?, limit).await
}

/// So many comments are looked through at once where some of them are not shown.
const BLOCK: usize = 100;

/// So many times that, the most for one page: no conversation is known to need it.
const MOST_BLOCKS: usize = 10;

/// The page as somebody of this standing may know it. Where that leaves comments out, it is filled up with older ones,
/// and goes on after the last one that is shown: neither a short page nor the cursor tells that there were others.
pub(crate) async fn known(
    store: &Store,
    item: &WorkItem,
    standing: Standing,
    page: Page<domain::Comment>,
    limit: usize,
) -> Result<Page<Comment>> {
    if standing == Standing::Handler {
        return Ok(page.filter_map(|comment| Some(Comment::from(comment))));
    }
    let shown = |page: Page<domain::Comment>| {
        page.filter_map(|comment| policy::visible_comment(standing, comment).map(Comment::from))
    };
    let mut filled = shown(page);
    for _ in 0..MOST_BLOCKS {
        let Some(next) = filled.next.as_ref().filter(|_| filled.items.len() <= limit) else { break };
        let older = shown(store.comments(item.id, Some(next), BLOCK).await?);
        filled.items.extend(older.items);
        filled.next = older.next;
    }
    if filled.items.len() > limit {
        filled.items.truncate(limit);
        filled.next = filled.items.last().map(|comment| Cursor::after_comment(comment.id));
    }
    Ok(filled)
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
    let content = rich::said("content", content)?;
    if content == before.content {
        return Ok(before.into());
    }
    let was_mentioned = |id: &UserId| before.mentions.iter().find(|person| person.id == *id).cloned();
    let mentioned = mentioned_in(&content)?;
    let (old, new): (Vec<UserId>, Vec<UserId>) =
        mentioned.into_iter().partition(|id| was_mentioned(id).is_some());
    let keys: Vec<Key> = new.iter().copied().map(Key::user).collect();
    // One read more, for an edit that mentions somebody anew.
    let found = if keys.is_empty() { Fetched::default() } else { store.fetch(&keys).await? };
    let anew = people_to_mention(&principal, &item, before.is_internal, &new, &found)?;
    let mentions = old.iter().filter_map(was_mentioned).chain(anew.iter().cloned()).collect();
    let after = domain::Comment { content, mentions, updated_at: caller.at, ..before.clone() };
    let changes = Change::between("content", &before.content, &after.content).into_iter().collect();
    let mut activity = of_comment(caller, &principal, Action::CommentEdited, &item, &after, changes);
    activity.mentioned = anew;
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

/// The most people whom one comment mentions.
const MOST_MENTIONS: usize = 20;

/// Those whom the text mentions.
pub(crate) fn mentioned_in(content: &str) -> Result<Vec<UserId>> {
    let mentioned = rich_text::mentions(content);
    if mentioned.len() > MOST_MENTIONS {
        return Err(AppError::invalid("content", format!("must mention {MOST_MENTIONS} people at most")));
    }
    Ok(mentioned)
}

/// The people of these ids, all of whom may read the comment. A refusal names the id and not the person, whom its
/// reader may not know.
pub(crate) fn people_to_mention(
    principal: &Principal,
    item: &WorkItem,
    is_internal: bool,
    ids: &[UserId],
    found: &Fetched,
) -> Result<Vec<PersonRef>> {
    ids.iter()
        .map(|id| {
            let person: Option<User> = found.get(&Key::user(*id))?;
            person
                .filter(|person| principal.may_mention(person, item, is_internal))
                .map(|person| person.to_ref())
                .ok_or_else(|| {
                    AppError::invalid(
                        "content",
                        format!("must mention only people who may read it: `{id}` may not"),
                    )
                })
        })
        .collect()
}

/// The most suggestions at once.
pub const MOST_SUGGESTIONS: usize = 10;

/// Those whom the search finds and the caller may mention in a comment on the item, by name. Staff are looked up by role
/// beside the item, a hundred of each, and sifted; whom the item names is there in any case, but not by the e-mail.
pub async fn mentionable(
    store: &Store,
    caller: &Caller,
    ticket: &ItemRef,
    search: &PersonSearch,
    is_internal: bool,
) -> Result<Vec<PersonRef>> {
    const LOOKED_THROUGH: usize = 100;
    let item_key = Key::work_item(ticket.resolve(store, caller).await?);
    let staff = Role::ALL.into_iter().filter(|role| role.is_staff()).map(|role| {
        let filter = PeopleFilter { role: Some(role), search: search.clone(), ..PeopleFilter::default() };
        async move { store.users(&filter, None, LOOKED_THROUGH).await }
    });
    let (read, staff) =
        tokio::join!(read_with_session(store, caller, [item_key.clone()]), try_join_all(staff));
    let ((principal, found), staff) = (read?, staff?);
    let item = visible(&principal, ticket.item_type, found.get(&item_key)?)?;
    if is_internal {
        principal.may(WorkItemOperation::CommentInternally, &item)?;
    }
    let handles = principal.standing(&item) == Standing::Handler;
    // Whom the item names is no record of a person: whether they are active is asked when they are mentioned.
    let named = [&item.creator]
        .into_iter()
        .filter(|_| !is_internal)
        .chain(&item.assignee)
        .chain(item.watchers.iter().filter(|_| handles && !is_internal));
    let mut suggested: Vec<PersonRef> =
        named.filter(|person| search.finds_name(&person.name)).cloned().collect();
    for person in staff.into_iter().flat_map(|page| page.items) {
        // Who does not handle the item knows nobody's e-mail, and must not learn it letter by letter.
        let is_known_so = handles || search.finds_name(&person.name);
        if is_known_so && principal.may_mention(&person, &item, is_internal) {
            suggested.push(person.to_ref());
        }
    }
    let mut seen = vec![principal.user_id];
    suggested.retain(|person| {
        let is_new = !seen.contains(&person.id);
        seen.push(person.id);
        is_new
    });
    suggested.sort_by_key(|person| (person.name.to_lowercase(), person.id));
    suggested.truncate(MOST_SUGGESTIONS);
    Ok(suggested)
}
