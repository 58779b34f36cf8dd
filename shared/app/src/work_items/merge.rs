//! Merging one item into another that says the same.

use domain::policy::WorkItemOperation;
use domain::work_item::{MOST_TAGS, MOST_WATCHERS};
use domain::{
    Action, Activity, Change, Comment, CommentId, LinkKind, PersonRef, Principal, Role, Status, WorkItem,
    WorkItemId,
};
use store::{CommitError, Key, Merge, Store};

use super::{Draft, ItemRef, TRIES, expect_unmerged, read_with_session, visible};
use crate::views;
use crate::{AppError, Caller, Result};

/// Merges `source` into `target`: its description and its comments, those who follow it, who raised it and its tags
/// go over, and it closes with a link. The decision is one transaction; the comments follow in steps. Asking again
/// for the same merge goes on with what is left of it, and so does the schedule, if nobody asks.
///
/// # Errors
/// [`AppError::Merged`] where the source was merged into another.
pub async fn merge(
    store: &Store,
    caller: &Caller,
    source: &ItemRef,
    target: &ItemRef,
) -> Result<views::WorkItem> {
    let keys = [
        Key::work_item(source.resolve(store, caller).await?),
        Key::work_item(target.resolve(store, caller).await?),
    ];
    if keys[0] == keys[1] {
        return Err(AppError::invalid("into", "must be another item"));
    }
    for _ in 0..TRIES {
        let (principal, found) = read_with_session(store, caller, keys.clone()).await?;
        let from = visible(&principal, source.item_type, found.get(&keys[0])?)?;
        principal.may(WorkItemOperation::Edit, &from)?;
        let into: Option<WorkItem> = found.get(&keys[1])?;
        let into = into
            .filter(|into| {
                into.item_type == source.item_type
                    && into.deleted_at.is_none()
                    && principal.may(WorkItemOperation::Edit, into).is_ok()
            })
            .ok_or_else(|| {
                AppError::invalid(
                    "into",
                    "must be the id or number of an item of the same kind that you may change",
                )
            })?;
        if from.merged_into.as_ref().is_some_and(|merged| merged.id == into.id) {
            if let Some(merge) = store.merge_of(from.id).await? {
                finish(store, &merge).await?;
            }
            return read_target(store, &principal, &keys[1]).await;
        }
        expect_unmerged(&from)?;
        expect_unmerged(&into)?;
        let merge = Merge { source: from.id, target: into.id, by: principal.user_id, started_at: caller.at };
        let (mut from, mut into) = (Draft::of(from), Draft::of(into));
        combine(&mut from, &mut into, caller);
        let description = description_of(&from.before, into.before.id);
        let mut activities = [merged(&mut from, caller, &principal), merged(&mut into, caller, &principal)];
        if let Some(summary) = activities[1].work_item.as_mut().filter(|_| description.is_some()) {
            summary.public_comment_count += 1;
        }
        let changes = [from.with(&activities[0]), into.with(&activities[1])];
        match store.begin_merge(&merge, changes, description.as_ref()).await {
            Ok(()) => {
                finish(store, &merge).await?;
                return read_target(store, &principal, &keys[1]).await;
            }
            Err(CommitError::Stale | CommitError::Taken) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::Contended)
}

/// What the item that goes was raised with, as the comment that it becomes on the other: its pictures go there too. An
/// item does not say in which role it was raised, so it is told as a requester's.
fn description_of(source: &WorkItem, target: WorkItemId) -> Option<Comment> {
    (!source.description.is_empty()).then(|| Comment {
        id: CommentId::new(source.created_at),
        work_item_id: target,
        author: source.creator.clone(),
        author_role: Role::User,
        content: source.description.clone(),
        mentions: Vec::new(),
        is_internal: false,
        created_at: source.created_at,
        updated_at: source.created_at,
    })
}

async fn finish(store: &Store, merge: &Merge) -> Result<()> {
    while store.continue_merge(merge).await? {}
    Ok(())
}

async fn read_target(store: &Store, principal: &Principal, key: &Key) -> Result<views::WorkItem> {
    let item: Option<WorkItem> = store.fetch(std::slice::from_ref(key)).await?.get(key)?;
    let item = item.ok_or_else(|| AppError::Internal("a merge's target is gone".into()))?;
    Ok(views::WorkItem::new(&item, principal))
}

fn combine(from: &mut Draft, into: &mut Draft, caller: &Caller) {
    let (source, target) = (&mut from.after, &mut into.after);
    source.merged_into = Some(target.name());
    source.set_status(Status::Closed, caller.at);
    source.link(LinkKind::MergedInto, target.name());
    target.link(LinkKind::MergedFrom, source.name());
    let followers: Vec<PersonRef> =
        [source.creator.clone()].into_iter().chain(source.watchers.clone()).collect();
    for follower in followers {
        let is_in = target.creator.id == follower.id
            || target.assignee.as_ref().is_some_and(|assignee| assignee.id == follower.id)
            || target.watchers.iter().any(|watcher| watcher.id == follower.id);
        if !is_in && target.watchers.len() < MOST_WATCHERS {
            target.watchers.push(follower);
        }
    }
    for tag in &source.tags {
        if !target.tags.contains(tag) && target.tags.len() < MOST_TAGS {
            target.tags.push(tag.clone());
        }
    }
}

fn merged(draft: &mut Draft, caller: &Caller, principal: &Principal) -> Activity {
    let Draft { before, after } = &*draft;
    let changes = [
        Change::between("status", &before.status, &after.status),
        Change::between("links", &before.links, &after.links),
        Change::between("watchers", &before.watchers, &after.watchers),
        Change::between("tags", &before.tags, &after.tags),
    ];
    let changes = changes.into_iter().flatten().collect();
    draft.finish(caller, principal, Action::Merged, changes)
}
