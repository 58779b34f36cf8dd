//! Links between items: each end has one, and both are written together.

use domain::policy::WorkItemOperation;
use domain::work_item::MOST_LINKS;
use domain::{Action, Change, Link, LinkKind, Principal, WorkItem, WorkItemId};
use store::{CommitError, Key, Store};

use super::{Draft, ItemRef, TRIES, expect_unmerged, read_with_session, visible};
use crate::views;
use crate::{AppError, Caller, Result};

/// Links the item to another, of which it says how it stands to it. A link that is there already is no error.
pub async fn link(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    kind: LinkKind,
    other: &ItemRef,
) -> Result<views::WorkItem> {
    if !kind.is_free() {
        return Err(AppError::invalid("kind", "is made by the product alone"));
    }
    let (id, other_id) = (item.resolve(store, caller).await?, other.resolve(store, caller).await?);
    if id == other_id {
        return Err(AppError::invalid("item", "must be another item"));
    }
    rewrite(store, caller, item, id, other_id, |one, two| {
        one.link(kind, two.name());
        two.link(kind.reverse(), one.name());
    })
    .await
}

/// Removes what people linked between the item and another. Where there is nothing, nothing happens.
pub async fn unlink(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    other: WorkItemId,
) -> Result<views::WorkItem> {
    let id = item.resolve(store, caller).await?;
    rewrite(store, caller, item, id, other, |one, two| {
        let (one_id, two_id) = (one.id, two.id);
        one.links.retain(|link| link.item.id != two_id || !link.kind.is_free());
        two.links.retain(|link| link.item.id != one_id || !link.kind.is_free());
    })
    .await
}

async fn rewrite(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    id: WorkItemId,
    other: WorkItemId,
    change: impl Fn(&mut WorkItem, &mut WorkItem),
) -> Result<views::WorkItem> {
    let keys = [Key::work_item(id), Key::work_item(other)];
    for _ in 0..TRIES {
        let (principal, found) = read_with_session(store, caller, keys.clone()).await?;
        let one = visible(&principal, item.item_type, found.get(&keys[0])?)?;
        principal.may(WorkItemOperation::Edit, &one)?;
        let two: Option<WorkItem> = found.get(&keys[1])?;
        let two = two
            .filter(|two| two.deleted_at.is_none() && principal.may(WorkItemOperation::Edit, two).is_ok())
            .ok_or_else(|| {
                AppError::invalid("item", "must be the id or number of an item that you may change")
            })?;
        expect_unmerged(&one)?;
        let (mut one, mut two) = (Draft::of(one), Draft::of(two));
        change(&mut one.after, &mut two.after);
        if !one.is_change() && !two.is_change() {
            return Ok(views::WorkItem::new(&one.before, &principal));
        }
        if [&one, &two].iter().any(|draft| draft.after.links.len() > MOST_LINKS) {
            return Err(AppError::Conflict("one of the items has fifty links already, which is the most"));
        }
        let activities = [linked(&mut one, caller, &principal), linked(&mut two, caller, &principal)];
        match store.change_work_items(&[one.with(&activities[0]), two.with(&activities[1])]).await {
            Ok(()) => return Ok(views::WorkItem::new(&one.after, &principal)),
            Err(CommitError::Stale) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::Contended)
}

/// The record of the draft's new links.
pub(super) fn linked(draft: &mut Draft, caller: &Caller, principal: &Principal) -> domain::Activity {
    let changes: Vec<Change> =
        Change::between::<Vec<Link>>("links", &draft.before.links, &draft.after.links).into_iter().collect();
    draft.finish(caller, principal, Action::LinksChanged, changes)
}
