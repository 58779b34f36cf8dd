//! Giving an item to somebody.

use domain::policy::WorkItemOperation;
use domain::{Action, Change, Principal, User, UserId};
use store::{Fetched, Key, Store};

use super::{Draft, ItemRef, commit_change, expect_unmerged, expect_version, read_with_session, visible};
use crate::views;
use crate::{AppError, Caller, Result};

/// Who is to work on an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assignee {
    /// Nobody for now.
    Nobody,
    /// The caller.
    Me,
    /// This person.
    Person(UserId),
}

impl Assignee {
    pub(super) fn key(self, caller: &Caller) -> Option<Key> {
        match self {
            Assignee::Nobody => None,
            Assignee::Me => Some(Key::user(caller.claims.user_id)),
            Assignee::Person(id) => Some(Key::user(id)),
        }
    }
}

/// Assigns the item, if it still has `version`.
pub async fn assign(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    version: u64,
    assignee: Assignee,
) -> Result<views::WorkItem> {
    let item_key = Key::work_item(item.resolve(store, caller).await?);
    let keys = [item_key.clone()].into_iter().chain(assignee.key(caller));
    let (principal, found) = read_with_session(store, caller, keys).await?;
    let before = visible(&principal, item.item_type, found.get(&item_key)?)?;
    principal.may(WorkItemOperation::Assign, &before)?;
    expect_version(&principal, &before, version)?;
    expect_unmerged(&before)?;

    let mut draft = Draft::of(before);
    give(&mut draft, caller, assignee, &found)?;
    if !draft.is_change() {
        return Ok(views::WorkItem::new(&draft.before, &principal));
    }
    let activity = assigned(&mut draft, caller, &principal);
    commit_change(store, &principal, &draft, &activity).await
}

/// Gives the draft to the person, whom `found` holds.
pub(super) fn give(draft: &mut Draft, caller: &Caller, assignee: Assignee, found: &Fetched) -> Result<()> {
    let key = assignee.key(caller);
    let person: Option<User> = key.as_ref().map(|key| found.get(key)).transpose()?.flatten();
    let person = person.filter(|user| user.is_active && user.role.is_staff());
    if key.is_some() && person.is_none() {
        return Err(AppError::invalid(
            "assigneeId",
            "must be the id of an active person who works on tickets",
        ));
    }
    let id = |person: &Option<domain::PersonRef>| person.as_ref().map(|person| person.id);
    let next = person.map(|user| user.to_ref());
    if id(&draft.before.assignee) != id(&next) {
        draft.after.assignee = next;
    }
    Ok(())
}

/// The record of the draft's new assignee.
pub(super) fn assigned(draft: &mut Draft, caller: &Caller, principal: &Principal) -> domain::Activity {
    let changes = Change::between("assignee", &draft.before.assignee, &draft.after.assignee);
    let mut activity = draft.finish(caller, principal, Action::Assigned, changes.into_iter().collect());
    activity.previous_assignee.clone_from(&draft.before.assignee);
    activity
}
