//! Following an item.

use domain::policy::WorkItemOperation;
use domain::work_item::MOST_WATCHERS;
use domain::{Action, Change, User, UserId, WorkItemType};
use store::{CommitError, Key, Store};

use super::{Draft, ItemRef, TRIES, expect_unmerged, read_with_session, visible};
use crate::views;
use crate::{AppError, Caller, Result};

/// Lets the person follow the item. One who does already is no error.
pub async fn watch(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    person: UserId,
) -> Result<views::WorkItem> {
    change(store, caller, item, person, true).await
}

/// Lets the person follow the item no more. One who does not is no error.
pub async fn unwatch(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    person: UserId,
) -> Result<views::WorkItem> {
    change(store, caller, item, person, false).await
}

async fn change(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    person: UserId,
    is_watching: bool,
) -> Result<views::WorkItem> {
    let keys = [Key::work_item(item.resolve(store, caller).await?), Key::user(person)];
    for _ in 0..TRIES {
        let (principal, found) = read_with_session(store, caller, keys.clone()).await?;
        let before = visible(&principal, item.item_type, found.get(&keys[0])?)?;
        let is_self = person == principal.user_id;
        principal.may(
            if is_self { WorkItemOperation::Watch } else { WorkItemOperation::ManageWatchers },
            &before,
        )?;
        expect_unmerged(&before)?;
        let mut draft = Draft::of(before);
        let was_watching = draft.before.watchers.iter().any(|watcher| watcher.id == person);
        if is_watching && !was_watching {
            let user: Option<User> = found.get(&keys[1])?;
            let user = user
                .filter(|user| {
                    user.is_active && (item.item_type == WorkItemType::Ticket || user.role.is_staff())
                })
                .ok_or_else(|| {
                    AppError::invalid("userId", "must be the id of an active person who may see it")
                })?;
            if draft.before.watchers.len() == MOST_WATCHERS {
                return Err(AppError::Conflict("fifty people follow it already, which is the most"));
            }
            draft.after.watchers.push(user.to_ref());
        } else if !is_watching {
            draft.after.watchers.retain(|watcher| watcher.id != person);
        }
        if !draft.is_change() {
            return Ok(views::WorkItem::new(&draft.before, &principal));
        }
        let changes = Change::between("watchers", &draft.before.watchers, &draft.after.watchers);
        let activity =
            draft.finish(caller, &principal, Action::WatchersChanged, changes.into_iter().collect());
        match store.change_work_items(&[draft.with(&activity)]).await {
            Ok(()) => return Ok(views::WorkItem::new(&draft.after, &principal)),
            Err(CommitError::Stale | CommitError::Taken) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::Contended)
}
