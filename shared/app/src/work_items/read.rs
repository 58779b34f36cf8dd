//! Reading one item.

use domain::policy::{Operation, WorkItemOperation};
use domain::{WorkItem, WorkItemId, WorkItemType};
use serde::Serialize;
use store::{Cursor, Key, Page, Store};

use super::{read_with_session, visible};
use crate::views::{self, Activity, Comment};
use crate::{AppError, Caller, Result, comments};

/// An item with its newest comments.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemDetails {
    /// The item.
    pub item: views::WorkItem,
    /// The newest comments that the reader may see, oldest first; `next` leads to older ones.
    pub comments: Page<Comment>,
    /// Whether the reader hears no more of it.
    pub is_muted: bool,
}

/// How a client names an item, and what it takes it for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRef {
    /// What it must be.
    pub item_type: WorkItemType,
    /// Its name.
    pub name: ItemRefName,
}

/// An id or a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ItemRefName {
    /// The id.
    Id(WorkItemId),
    /// The number that people say, in capitals: one read more.
    Number(String),
}

impl ItemRef {
    /// An item by its id.
    pub const fn by_id(item_type: WorkItemType, id: WorkItemId) -> Self {
        Self { item_type, name: ItemRefName::Id(id) }
    }

    /// Reads an id or a number.
    ///
    /// # Errors
    /// The rule, where it is neither.
    pub fn parse(item_type: WorkItemType, text: &str) -> std::result::Result<Self, &'static str> {
        let (prefix, rule) = match item_type {
            WorkItemType::Ticket => ("T-", "must be a ticket's id (`wi_…`) or number (`T-0042`)"),
            WorkItemType::Task => ("TASK-", "must be a task's id (`wi_…`) or number (`TASK-0042`)"),
        };
        if let Ok(id) = text.parse() {
            return Ok(Self::by_id(item_type, id));
        }
        let upper = text.to_ascii_uppercase();
        let digits = upper.strip_prefix(prefix).ok_or(rule)?;
        let is_number = (4..=12).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { Ok(Self { item_type, name: ItemRefName::Number(upper) }) } else { Err(rule) }
    }

    /// The id. A number is looked up beside the session, so that nobody whose session is over learns which exist.
    ///
    /// # Errors
    /// No item has the number, or the session has ended.
    pub async fn resolve(&self, store: &Store, caller: &Caller) -> Result<WorkItemId> {
        match &self.name {
            ItemRefName::Id(id) => Ok(*id),
            ItemRefName::Number(number) => {
                let (_, found) = caller.check_with(store, store.work_item_by_number(number)).await?;
                found.ok_or(AppError::NotFound(self.item_type.noun()))
            }
        }
    }
}

/// The item and its newest `limit` comments: one Query, with the session and the mute read beside it. An admin reads what was
/// deleted too.
pub async fn read(store: &Store, caller: &Caller, item: &ItemRef, limit: usize) -> Result<ItemDetails> {
    let id = item.resolve(store, caller).await?;
    let mute = Key::mute(caller.claims.user_id, id);
    let (read, conversation) =
        tokio::join!(read_with_session(store, caller, [mute.clone()]), store.conversation(id, limit),);
    let ((principal, beside), conversation) = (read?, conversation?);
    let missing = || AppError::NotFound(item.item_type.noun());
    let conversation = conversation.ok_or_else(missing)?;
    let found = conversation.item;
    if found.deleted_at.is_some() {
        principal.may_in_general(Operation::DeleteWork).map_err(|_| missing())?;
    }
    let shown = visible(&principal, item.item_type, Some(WorkItem { deleted_at: None, ..found.clone() }))?;
    principal.may(WorkItemOperation::View, &shown)?;
    let standing = principal.standing(&shown);
    let mut comments = comments::known(store, &shown, standing, conversation.comments, limit).await?;
    comments.items.reverse();
    let is_muted = beside.has(&mute);
    Ok(ItemDetails { item: views::WorkItem::new(&found, &principal), comments, is_muted })
}

/// What happened to the item, newest first.
pub async fn activity(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page<Activity>> {
    let id = item.resolve(store, caller).await?;
    let key = Key::work_item(id);
    let (read, activities) =
        tokio::join!(read_with_session(store, caller, [key.clone()]), store.activities(id, after, limit),);
    let (principal, found) = read?;
    let item = visible(&principal, item.item_type, found.get(&key)?)?;
    principal.may(WorkItemOperation::ViewActivity, &item)?;
    Ok(activities?.filter_map(|activity| Some(Activity::from(activity))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_named_by_id_or_number() {
        let number = |text: &str| ItemRefName::Number(text.into());
        let parse = |item_type, text| ItemRef::parse(item_type, text).map(|item| item.name);
        assert_eq!(parse(WorkItemType::Ticket, "t-0042"), Ok(number("T-0042")));
        assert_eq!(parse(WorkItemType::Ticket, "T-123456"), Ok(number("T-123456")));
        assert_eq!(parse(WorkItemType::Task, "task-0001"), Ok(number("TASK-0001")));
        let id = "wi_01900000000070008000000000000000";
        assert!(matches!(parse(WorkItemType::Ticket, id), Ok(ItemRefName::Id(_))));
        for bad in [
            "",
            "T-",
            "T-1",
            "T-00x2",
            "TASK-0001",
            "usr_01900000000070008000000000000000",
            "T-1234567890123",
        ] {
            assert!(parse(WorkItemType::Ticket, bad).is_err(), "{bad}");
        }
        assert!(parse(WorkItemType::Task, "T-0042").is_err());
    }
}
