//! Hearing no more of an item.

use domain::policy::WorkItemOperation;
use store::{Key, Mute, Store};

use super::{ItemRef, read_with_session, visible};
use crate::{Caller, Result};

/// Lets the caller hear no more of the item, but for being mentioned in it and for getting it.
pub async fn mute(store: &Store, caller: &Caller, item: &ItemRef) -> Result<()> {
    let mute = seen(store, caller, item).await?;
    Ok(store.mute(&mute).await?)
}

/// Lets the caller hear of the item again.
pub async fn unmute(store: &Store, caller: &Caller, item: &ItemRef) -> Result<()> {
    let mute = seen(store, caller, item).await?;
    Ok(store.unmute(&mute).await?)
}

async fn seen(store: &Store, caller: &Caller, item: &ItemRef) -> Result<Mute> {
    let id = item.resolve(store, caller).await?;
    let key = Key::work_item(id);
    let (principal, found) = read_with_session(store, caller, [key.clone()]).await?;
    let item = visible(&principal, item.item_type, found.get(&key)?)?;
    principal.may(WorkItemOperation::View, &item)?;
    Ok(Mute { user_id: principal.user_id, work_item_id: id })
}
