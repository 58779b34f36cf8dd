//! Deleting an item, and restoring it within thirty days.

use domain::policy::Operation;
use domain::work_item::RESTORABLE_SECONDS;
use domain::{Action, Change, Principal, WorkItem};
use store::{CommitError, Key, Store};

use super::{Draft, ItemRef, TRIES, bring_back, changes_between, read_with_session};
use crate::views;
use crate::{AppError, Caller, Result};

/// Deletes the item: it is nowhere but in the admins' list of what can be restored. One that is deleted already is no
/// error.
pub async fn delete(store: &Store, caller: &Caller, item: &ItemRef) -> Result<()> {
    change(store, caller, item, Action::Deleted, |after, at| {
        if after.deleted_at.is_none() {
            after.deleted_at = Some(at);
        }
    })
    .await?;
    Ok(())
}

/// Restores a deleted item as it was, unless it is being removed for good. One that is not deleted is no error.
pub async fn restore(store: &Store, caller: &Caller, item: &ItemRef) -> Result<views::WorkItem> {
    let (principal, draft) =
        change(store, caller, item, Action::Restored, |after, _| after.deleted_at = None).await?;
    Ok(views::WorkItem::new(&draft.after, &principal))
}

async fn change(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    action: Action,
    change: impl Fn(&mut WorkItem, domain::Instant),
) -> Result<(Principal, Draft)> {
    let key = Key::work_item(item.resolve(store, caller).await?);
    for _ in 0..TRIES {
        let (principal, found) = read_with_session(store, caller, [key.clone()]).await?;
        principal.may_in_general(Operation::DeleteWork)?;
        let before: Option<WorkItem> = found.get(&key)?;
        let before = before
            .filter(|before| before.item_type == item.item_type)
            .ok_or(AppError::NotFound(item.item_type.noun()))?;
        let restorable_since = caller.at.plus_seconds(-RESTORABLE_SECONDS);
        if action == Action::Restored && before.deleted_at.is_some_and(|at| at < restorable_since) {
            return Err(AppError::Conflict("it was deleted more than thirty days ago, and is being removed"));
        }
        let mut draft = Draft::of(before);
        change(&mut draft.after, caller.at);
        if action == Action::Restored {
            bring_back(store, &mut draft.after).await?;
        }
        if !draft.is_change() {
            return Ok((principal, draft));
        }
        let mut changes = changes_between(&draft.before, &draft.after);
        changes.extend(Change::between("deletedAt", &draft.before.deleted_at, &draft.after.deleted_at));
        let activity = draft.finish(caller, &principal, action, changes);
        match store.change_work_items(&[draft.with(&activity)]).await {
            Ok(()) => return Ok((principal, draft)),
            Err(CommitError::Stale) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::Contended)
}
