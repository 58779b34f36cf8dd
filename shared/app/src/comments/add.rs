//! Adding a comment.

use domain::attachment::MOST_ATTACHMENTS;
use domain::policy::{self, Standing, WorkItemOperation};
use domain::{
    Action, Activity, AttachmentId, LinkKind, PersonRef, Principal, Reply, Settings, Status, Target, User,
    WorkItem, WorkItemType,
};
use store::{CommitError, Fetched, Key, OpenedFollowUp, Store, StoredAnswer, UploadChange};

use super::{commented, mentioned_in, people_to_mention, said};
use crate::attachments::FULL;
use crate::idempotency::{Repeatable, earlier, first_answer_or, replay};
use crate::views::{AddedComment, Comment};
use crate::work_items::{
    Draft, ItemRef, activity_of, bring_back, changes_between, expect_unmerged, following_up, link_beside,
    read_with_session, visible,
};
use crate::{AppError, Caller, Result};
use crate::{rich, uploads};

/// What a client says of a new comment; lengths are checked already.
#[derive(Debug, Clone)]
pub struct NewComment {
    /// HTML as the editor made it.
    pub content: String,
    /// Whether only those who handle the ticket may read it.
    pub is_internal: bool,
    /// Uploads that go on the ticket with it, internal where it is.
    pub upload_keys: Vec<AttachmentId>,
}

/// Adds a comment. A requester's public word on a resolved ticket reopens it, in the same transaction; where that was
/// resolved long ago, or is closed, the word opens a ticket that follows it up, and stands there.
pub async fn add(
    store: &Store,
    caller: &Caller,
    ticket: &ItemRef,
    new: &NewComment,
    repeatable: Option<&Repeatable>,
) -> Result<AddedComment> {
    /// A reopening meets a change of the ticket at most so often before the client is told.
    const TRIES: usize = 5;
    let content = rich::said("content", &new.content)?;
    let mentioned = mentioned_in(&content)?;
    let item_key = Key::work_item(ticket.resolve(store, caller).await?);
    // What is internal, and what is said on a task, opens no ticket.
    let settings_key = (!new.is_internal && ticket.item_type == WorkItemType::Ticket).then(Key::settings);
    let mut number = None;
    for _ in 0..TRIES {
        let wanted = new
            .upload_keys
            .iter()
            .copied()
            .map(Key::upload)
            .chain(mentioned.iter().copied().map(Key::user))
            .chain(settings_key.clone())
            .chain([item_key.clone()]);
        let (principal, found) = read_with_session(store, caller, wanted).await?;
        let item = match commentable(&principal, ticket, new, found.get(&item_key)?) {
            Ok(item) => item,
            Err(refusal) => return first_answer_or(refusal, store, caller, repeatable).await,
        };
        let mut mentions = people_to_mention(&principal, &item, new.is_internal, &mentioned, &found)?;
        let settings: Settings = found.get(&Key::settings())?.unwrap_or_default();
        let reply = reply_to(&item, &settings, caller, &principal);
        // The item that holds the words, as it shall be but for its number of comments.
        let mut holder = match reply {
            Reply::Stands => item.clone(),
            Reply::Reopens => reopen(&item, caller),
            Reply::OpensFollowUp => {
                let number = match &mut number {
                    Some(number) => number,
                    none => none.insert(store.next_number(WorkItemType::Ticket).await?),
                };
                following_up(&item, number.clone(), &settings, &principal, caller)
            }
        };
        if reply != Reply::Stands {
            bring_back(store, &mut holder).await?;
        }
        let prepared = prepare(&mut holder, &item, reply, caller, &principal, new, &found);
        let (followed_up, claimed) = match prepared {
            Ok(prepared) => prepared,
            Err(refusal) => return earlier(store, principal.user_id, repeatable).await?.ok_or(refusal),
        };
        if followed_up.is_some() {
            retain_readers(&mut mentions, &holder, &found)?;
        } else if !claimed.is_empty()
            && store.attachments(item.id).await?.len() + claimed.len() > MOST_ATTACHMENTS
        {
            return Err(FULL);
        }
        let comment = said(caller, &principal, &holder, content.clone(), new.is_internal, mentions);
        let view = AddedComment {
            comment: Comment::from(comment.clone()),
            follow_up: followed_up.is_some().then(|| holder.name()),
        };
        let answer = repeatable
            .map(|repeatable| repeatable.answer(principal.user_id, &view, caller.at))
            .transpose()?;
        let reopened = match reply {
            Reply::Reopens => changes_between(&item, &holder),
            Reply::Stands | Reply::OpensFollowUp => Vec::new(),
        };
        let changes = reopened.into_iter().chain(uploads::change_of(&claimed)).collect();
        let activity = commented(caller, &principal, &holder, &comment, changes);
        let written = match &followed_up {
            Some(followed_up) => {
                let created = activity_of(caller, &principal, Action::Created, &holder, Vec::new());
                open(store, holder, &comment, [created, activity], followed_up, &claimed, answer.as_ref())
                    .await
            }
            None => {
                let change = (reply == Reply::Reopens).then_some((&item, &holder));
                store.add_comment(&comment, &activity, change, &claimed, answer.as_ref()).await
            }
        };
        match written {
            Ok(()) => return Ok(view),
            Err(CommitError::Repeated(stored)) => return replay(repeatable, &stored),
            Err(CommitError::Stale) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::Contended)
}

/// The item, for somebody who may comment on it in this way.
fn commentable(
    principal: &Principal,
    ticket: &ItemRef,
    new: &NewComment,
    item: Option<WorkItem>,
) -> Result<WorkItem> {
    let item = visible(principal, ticket.item_type, item)?;
    let operation = if new.is_internal {
        WorkItemOperation::CommentInternally
    } else {
        WorkItemOperation::CommentPublicly
    };
    principal.may(operation, &item)?;
    expect_unmerged(&item)?;
    Ok(item)
}

/// The other end of the link, where the words open a follow-up, with the record of it; and the uploads that go along.
type Prepared = (Option<(Draft, Activity)>, Vec<UploadChange>);

fn prepare(
    holder: &mut WorkItem,
    item: &WorkItem,
    reply: Reply,
    caller: &Caller,
    principal: &Principal,
    new: &NewComment,
    found: &Fetched,
) -> Result<Prepared> {
    let followed_up = (reply == Reply::OpensFollowUp)
        .then(|| link_beside(holder, LinkKind::FollowsUp, item.clone(), caller, principal))
        .transpose()?;
    let target =
        Target { work_item_id: holder.id, item_type: holder.item_type, is_internal: new.is_internal };
    Ok((followed_up, uploads::claim(found, principal, &new.upload_keys, &target)?))
}

/// Writes the follow-up with the words in it.
async fn open(
    store: &Store,
    mut ticket: WorkItem,
    comment: &domain::Comment,
    [mut created, mut commented]: [Activity; 2],
    (followed_up, linked): &(Draft, Activity),
    claimed: &[UploadChange],
    answer: Option<&StoredAnswer>,
) -> std::result::Result<(), CommitError> {
    // Both are of the same moment, and lists of what happened are in the order of ids.
    if commented.id < created.id {
        std::mem::swap(&mut commented.id, &mut created.id);
    }
    ticket.public_comment_count = 1;
    let opened = OpenedFollowUp {
        item: &ticket,
        created: &created,
        comment,
        commented: &commented,
        followed_up: followed_up.with(linked),
    };
    store.open_follow_up(&opened, claimed, answer).await
}

/// What the principal's words do to the item. History that is loaded opens nothing that it does not tell of.
fn reply_to(item: &WorkItem, settings: &Settings, caller: &Caller, principal: &Principal) -> Reply {
    if principal.standing(item) != Standing::Requester {
        return Reply::Stands;
    }
    match settings.reply_to(item, caller.at) {
        Reply::OpensFollowUp if caller.is_import && item.status == Status::Resolved => Reply::Reopens,
        Reply::OpensFollowUp if caller.is_import => Reply::Stands,
        reply => reply,
    }
}

fn reopen(item: &WorkItem, caller: &Caller) -> WorkItem {
    let mut after = item.clone();
    after.set_status(Status::InProgress, caller.at);
    after.version += 1;
    after.updated_at = caller.at;
    after
}

/// Leaves out whom the ticket that is followed up shows, and who may not read the new one: its assignee of another team,
/// or who follows it.
fn retain_readers(mentions: &mut Vec<PersonRef>, ticket: &WorkItem, found: &Fetched) -> Result<()> {
    let mut readers = Vec::with_capacity(mentions.len());
    for person in mentions.drain(..) {
        let record: Option<User> = found.get(&Key::user(person.id))?;
        let may_read = record.is_some_and(|user| {
            policy::standing(user.id, user.role, &user.team_ids, ticket.into()) != Standing::Stranger
        });
        if may_read {
            readers.push(person);
        }
    }
    *mentions = readers;
    Ok(())
}
