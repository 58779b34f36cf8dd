//! Tickets and tasks: raising, reading, changing, and everything else that is done with them.

mod assign;
mod bulk;
mod change;
mod create;
mod follow_up;
mod links;
mod list;
mod macros;
mod merge;
mod mute;
mod queue;
mod read;
mod remove;
mod watchers;

pub use assign::{Assignee, assign};
pub use bulk::{BulkChange, BulkOutcome, MOST_AT_ONCE, change_many};
pub(crate) use change::changes_between;
pub use change::{ItemPatch, change};
pub use create::{NewItem, create};
pub use follow_up::{FollowUp, follow_up, split};
pub(crate) use follow_up::{following_up, link_beside};
pub use links::{link, unlink};
pub use list::{ItemFilter, ItemQuery, count, list};
pub use macros::{MacroOutcome, MacroPreview, MacroWords, preview_macro, use_macro};
pub use merge::merge;
pub use mute::{mute, unmute};
pub(crate) use queue::bring_back;
pub use read::{ItemDetails, ItemRef, ItemRefName, activity, read};
pub use remove::{delete, restore};
pub use watchers::{unwatch, watch};

use domain::policy::Standing;
use domain::{Action, Activity, Change, Principal, Session, WorkItem, WorkItemType};
use store::{CommitError, Fetched, ItemChange, Key, Store};

use crate::views;
use crate::{AppError, Caller, Result};

/// The item, unless it is another kind of thing, was deleted, or is none of this person's business.
pub(crate) fn visible(
    principal: &Principal,
    item_type: WorkItemType,
    item: Option<WorkItem>,
) -> Result<WorkItem> {
    item.filter(|item| {
        item.item_type == item_type
            && item.deleted_at.is_none()
            && principal.standing(item) != Standing::Stranger
    })
    .ok_or(AppError::NotFound(item_type.noun()))
}

/// The session and records that an operation needs, read in one call; the principal is who the session says.
pub(crate) async fn read_with_session(
    store: &Store,
    caller: &Caller,
    keys: impl IntoIterator<Item = Key>,
) -> Result<(Principal, Fetched)> {
    let wanted: Vec<Key> = [caller.session_key()].into_iter().chain(keys).collect();
    let found = store.fetch(&wanted).await?;
    let session: Option<Session> = found.get(&caller.session_key())?;
    Ok((caller.check(session)?, found))
}

/// The record of what `principal` did to `item`, which is as it is afterwards.
pub(crate) fn activity_of(
    caller: &Caller,
    principal: &Principal,
    action: Action,
    item: &WorkItem,
    changes: Vec<Change>,
) -> Activity {
    Activity {
        changes,
        work_item_id: Some(item.id),
        work_item: Some(item.to_summary()),
        ..caller.activity(principal, action)
    }
}

/// A change in the making: the item as it was, and as it shall be.
pub(crate) struct Draft {
    pub(crate) before: WorkItem,
    pub(crate) after: WorkItem,
}

impl Draft {
    pub(crate) fn of(before: WorkItem) -> Self {
        Self { after: before.clone(), before }
    }

    /// Whether anything differs.
    pub(crate) fn is_change(&self) -> bool {
        self.before != self.after
    }

    /// Whether there is work to do again, and was none before.
    pub(crate) fn is_taken_up(&self) -> bool {
        !self.before.status.is_active() && self.after.status.is_active()
    }

    /// Counts the change, and gives the record of it.
    pub(crate) fn finish(
        &mut self,
        caller: &Caller,
        principal: &Principal,
        action: Action,
        changes: Vec<Change>,
    ) -> Activity {
        self.after.version += 1;
        self.after.updated_at = caller.at;
        activity_of(caller, principal, action, &self.after, changes)
    }

    pub(crate) fn with<'a>(&'a self, activity: &'a Activity) -> ItemChange<'a> {
        ItemChange { before: &self.before, after: &self.after, activity }
    }
}

/// Checks that the client's version is the present one.
fn expect_version(principal: &Principal, item: &WorkItem, version: u64) -> Result<()> {
    if item.version == version { Ok(()) } else { Err(stale(principal, item)) }
}

fn stale(principal: &Principal, item: &WorkItem) -> AppError {
    AppError::stale(item.item_type.noun(), &views::WorkItem::new(item, principal))
}

/// Refuses to change what goes on elsewhere.
pub(crate) fn expect_unmerged(item: &WorkItem) -> Result<()> {
    match &item.merged_into {
        Some(target) => Err(AppError::Merged { noun: item.item_type.noun(), into: target.number.clone() }),
        None => Ok(()),
    }
}

/// Writes the change; where somebody was faster, answers with what stands now.
async fn commit_change(
    store: &Store,
    principal: &Principal,
    draft: &Draft,
    activity: &Activity,
) -> Result<views::WorkItem> {
    match store.change_work_items(&[draft.with(activity)]).await {
        Ok(()) => Ok(views::WorkItem::new(&draft.after, principal)),
        Err(CommitError::Stale) => {
            let key = Key::work_item(draft.before.id);
            let current = store.fetch(std::slice::from_ref(&key)).await?.get::<WorkItem>(&key)?;
            Err(stale(principal, &visible(principal, draft.before.item_type, current)?))
        }
        Err(error) => Err(error.into()),
    }
}

/// How often an operation without a version of the client's reads again and repeats itself when others change the
/// same items at the same moment.
const TRIES: usize = 5;
