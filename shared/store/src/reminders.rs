//! Due dates that nobody was reminded of yet.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Activity, Instant, WorkItem, WorkItemId};
use serde::{Deserialize, Serialize};

use crate::query::{Order, Range};
use crate::record::{Index, Place, Record};
use crate::transaction::Transaction;
use crate::{CommitError, Result, Store, keys};

/// That an item is due then, while nobody was reminded of it. It comes and goes with the item's own writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reminder {
    /// The item.
    pub work_item_id: WorkItemId,
    /// When it is due.
    pub due_at: Instant,
}

impl Reminder {
    /// The reminder of an item on which there is still work to do.
    fn of(item: &WorkItem) -> Option<Self> {
        let is_open = item.status.is_active() && item.deleted_at.is_none() && item.merged_into.is_none();
        item.due_date.filter(|_| is_open).map(|due_at| Self { work_item_id: item.id, due_at })
    }
}

impl Record for Reminder {
    fn kind(&self) -> &'static str {
        "REMINDER"
    }

    fn place(&self) -> Place {
        Place::at(keys::reminder(self.work_item_id)).listed(
            Index::Four,
            keys::DUE_DATES,
            keys::by_time(self.due_at, self.work_item_id),
        )
    }
}

impl Transaction<'_> {
    /// Brings the reminder in line with a changed, or new, item. One that went out does not come back while the due
    /// date and the work stay as they are.
    pub(crate) fn remind(self, before: Option<&WorkItem>, after: &WorkItem) -> Result<Self> {
        let (old, new) = (before.and_then(Reminder::of), Reminder::of(after));
        match new {
            _ if old == new => Ok(self),
            Some(reminder) => self.replace(&reminder),
            None => self.delete(&keys::reminder(after.id)),
        }
    }
}

impl Store {
    /// The most reminders that [`Store::reminders`] gives at once.
    pub const REMINDERS_AT_ONCE: usize = 50;

    /// Items that are due by `before`, and of which nobody was reminded, the earliest first.
    pub async fn reminders(&self, before: Instant) -> Result<Vec<Reminder>> {
        let range = Range {
            index: Some(Index::Four),
            partition: keys::DUE_DATES.into(),
            from: " ".into(),
            to: format!("{before}{}", keys::LAST),
            order: Order::Ascending,
        };
        Ok(self.page(&range, None, Self::REMINDERS_AT_ONCE).await?.items)
    }

    /// Records that people are reminded, once: the reminder goes in the same transaction.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where it has gone, or the due date is another.
    pub async fn remind(
        &self,
        reminder: &Reminder,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let due = AttributeValue::S(reminder.due_at.to_string());
        let transaction =
            self.transaction().delete_where(&keys::reminder(reminder.work_item_id), "dueAt", due)?;
        transaction.create(activity)?.commit().await
    }
}
