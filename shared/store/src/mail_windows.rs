//! What waits to be mailed: for each person and item one window, in which the first mail is sent at once and what
//! follows is collected; and, once it is closed, what was collected, until that is mailed.
//!
//! `docs/adr/0018-mails-collapse-in-windows.md` says why this is exact.

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use domain::{ActivityId, Instant, UserId, WorkItemId};
use serde::{Deserialize, Serialize};

use crate::deliveries::Channel;
use crate::query::{Order, Range};
use crate::record::{Index, Place, Record, from_item};
use crate::{CommitError, Result, Store, StoreError, keys};

/// The time in which a person has one mail at once about an item, and the rest together at its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MailWindow {
    /// Whose.
    pub user_id: UserId,
    /// About what.
    pub work_item_id: WorkItemId,
    /// Which window; what is mailed at its end is claimed under it.
    pub id: ActivityId,
    /// The activity that was mailed at once.
    #[serde(default)]
    pub first: Option<ActivityId>,
    /// When it ends.
    pub ends_at: Instant,
    /// What is to be mailed at its end.
    #[serde(default)]
    pub collected: Vec<ActivityId>,
    /// How often something was collected.
    #[serde(default)]
    pub count: u64,
}

/// What a closed window held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MailBatch {
    /// Whose.
    pub user_id: UserId,
    /// About what.
    pub work_item_id: WorkItemId,
    /// The window; the mail is claimed under it.
    pub id: ActivityId,
    /// When it was closed.
    pub closed_at: Instant,
    /// What is to be mailed.
    pub collected: Vec<ActivityId>,
}

impl Record for MailBatch {
    fn kind(&self) -> &'static str {
        "MAIL_BATCH"
    }

    fn place(&self) -> Place {
        Place::at(keys::mail_batch(self.user_id, self.id)).listed(
            Index::Four,
            keys::DUE_MAILS,
            keys::by_time(self.closed_at, self.id),
        )
    }
}

/// A window that has ended, or a batch that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DueMail {
    /// Whose.
    pub user_id: UserId,
    /// About what.
    pub work_item_id: WorkItemId,
    /// Which window.
    pub id: ActivityId,
}

/// Whether an activity is mailed at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// It opened the window: it is.
    First,
    /// The window runs: it is collected.
    Running(MailWindow),
}

/// Where to collect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Collect<'a> {
    /// In the window as it was read.
    Into(&'a MailWindow),
    /// In a new one that ends then.
    Until(Instant),
}

const KEPT_SECONDS: i64 = 30 * 24 * 3600;

impl Store {
    /// Opens the window with this activity, unless one runs. The same activity once more opens the same window. A meeting
    /// with a transaction that collects is tried again.
    pub async fn open_mail_window(
        &self,
        user: UserId,
        item: WorkItemId,
        activity: ActivityId,
        now: Instant,
        ends_at: Instant,
    ) -> Result<Opened> {
        const TRIES: u32 = 8;
        for attempt in 0..TRIES {
            if let Some(opened) = self.try_mail_window(user, item, activity, now, ends_at).await? {
                return Ok(opened);
            }
            tokio::time::sleep(std::time::Duration::from_millis(5 << attempt)).await;
        }
        Err(StoreError::Contended)
    }

    /// None where a transaction has the window in hand.
    async fn try_mail_window(
        &self,
        user: UserId,
        item: WorkItemId,
        activity: ActivityId,
        now: Instant,
        ends_at: Instant,
    ) -> Result<Option<Opened>> {
        let opened = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::mail_window(user, item).to_attributes()))
            .update_expression(
                "SET kind = :kind, userId = :user, workItemId = :item, id = :id, #first = :first, \
                 endsAt = :ends, expiresAt = :expires, #count = :zero",
            )
            .condition_expression(
                "attribute_not_exists(pk) OR (endsAt <= :now AND attribute_not_exists(collected))",
            )
            .expression_attribute_names("#first", "first")
            .expression_attribute_names("#count", "count")
            .expression_attribute_values(":kind", text(KIND))
            .expression_attribute_values(":user", text(user))
            .expression_attribute_values(":item", text(item))
            .expression_attribute_values(":id", text(ActivityId::new(now)))
            .expression_attribute_values(":first", text(activity))
            .expression_attribute_values(":ends", text(ends_at))
            .expression_attribute_values(":now", text(now))
            .expression_attribute_values(":expires", number(ends_at.as_second() + KEPT_SECONDS))
            .expression_attribute_values(":zero", number(0))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .send()
            .await;
        let error = match opened {
            Ok(_) => return Ok(Some(Opened::First)),
            Err(error) => error,
        };
        match error.as_service_error() {
            Some(UpdateItemError::ConditionalCheckFailedException(refused)) if refused.item.is_some() => {
                let window: MailWindow = from_item(refused.item.clone().unwrap_or_default())?;
                let is_first = window.first == Some(activity);
                Ok(Some(if is_first { Opened::First } else { Opened::Running(window) }))
            }
            Some(UpdateItemError::TransactionConflictException(_)) => Ok(None),
            _ => Err(StoreError::call("UpdateItem", error)),
        }
    }

    /// The window of this person and item, whether or not it has ended.
    pub async fn mail_window(&self, user: UserId, item: WorkItemId) -> Result<Option<MailWindow>> {
        self.get(&keys::mail_window(user, item)).await
    }

    /// Collects the activity, and marks its own mail as done in the same transaction.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where the window is another by now.
    pub async fn collect_mail(
        &self,
        user: UserId,
        item: WorkItemId,
        activity: ActivityId,
        now: Instant,
        into: Collect<'_>,
    ) -> std::result::Result<(), CommitError> {
        let (id, ends_at) = match into {
            Collect::Into(window) => (window.id, window.ends_at),
            Collect::Until(ends_at) => (ActivityId::new(now), ends_at),
        };
        let transaction = self.transaction().update(&keys::mail_window(user, item), |update| {
            let update = update
                .update_expression(
                    "SET kind = :kind, userId = :user, workItemId = :item, id = :id, endsAt = :ends, \
                     gsi4pk = :due, gsi4sk = :at, expiresAt = :expires ADD collected :activities, #count :one",
                )
                .expression_attribute_names("#count", "count")
                .expression_attribute_values(":kind", text(KIND))
                .expression_attribute_values(":user", text(user))
                .expression_attribute_values(":item", text(item))
                .expression_attribute_values(":id", text(id))
                .expression_attribute_values(":ends", text(ends_at))
                .expression_attribute_values(":due", text(keys::DUE_MAILS))
                .expression_attribute_values(":at", text(keys::by_time(ends_at, id)))
                .expression_attribute_values(":expires", number(ends_at.as_second() + KEPT_SECONDS))
                .expression_attribute_values(":activities", AttributeValue::Ss(vec![activity.to_string()]))
                .expression_attribute_values(":one", number(1));
            match into {
                Collect::Into(_) => update.condition_expression("id = :id AND endsAt = :ends"),
                Collect::Until(_) => update
                    .condition_expression(
                        "attribute_not_exists(pk) OR (endsAt <= :now AND attribute_not_exists(collected))",
                    )
                    .expression_attribute_values(":now", text(now)),
            }
        })?;
        let done = transaction.update(&keys::delivery(activity, Channel::Mail, Some(user)), |update| {
            update
                .update_expression("SET isDone = :true, expiresAt = :expires, kind = :kind")
                .expression_attribute_values(":true", AttributeValue::Bool(true))
                .expression_attribute_values(":expires", number(now.as_second() + KEPT_SECONDS))
                .expression_attribute_values(":kind", text("DELIVERY"))
        })?;
        done.commit().await
    }

    /// Lets the window end later.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where it is another by now.
    pub async fn postpone_mail_window(
        &self,
        window: &MailWindow,
        ends_at: Instant,
    ) -> std::result::Result<(), CommitError> {
        let transaction =
            self.transaction().update(&keys::mail_window(window.user_id, window.work_item_id), |update| {
                update
                    .update_expression("SET endsAt = :ends, gsi4sk = :at, expiresAt = :expires")
                    .condition_expression("id = :id")
                    .expression_attribute_values(":ends", text(ends_at))
                    .expression_attribute_values(":at", text(keys::by_time(ends_at, window.id)))
                    .expression_attribute_values(":expires", number(ends_at.as_second() + KEPT_SECONDS))
                    .expression_attribute_values(":id", text(window.id))
            })?;
        transaction.commit().await
    }

    /// Closes the window: what it holds becomes a batch, and the next window begins in the same transaction.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where something was collected since it was read, or it is closed.
    pub async fn close_mail_window(
        &self,
        window: &MailWindow,
        now: Instant,
        next_ends_at: Instant,
    ) -> std::result::Result<MailBatch, CommitError> {
        let batch = MailBatch {
            user_id: window.user_id,
            work_item_id: window.work_item_id,
            id: window.id,
            closed_at: now,
            collected: window.collected.clone(),
        };
        let transaction =
            self.transaction().update(&keys::mail_window(window.user_id, window.work_item_id), |update| {
                update
                    .update_expression(
                        "SET id = :next, endsAt = :ends, #count = :zero REMOVE collected, #first, gsi4pk, gsi4sk",
                    )
                    .condition_expression("id = :id AND #count = :count")
                    .expression_attribute_names("#first", "first")
                    .expression_attribute_names("#count", "count")
                    .expression_attribute_values(":next", text(ActivityId::new(now)))
                    .expression_attribute_values(":ends", text(next_ends_at))
                    .expression_attribute_values(":zero", number(0))
                    .expression_attribute_values(":id", text(window.id))
                    .expression_attribute_values(":count", AttributeValue::N(window.count.to_string()))
            })?;
        transaction.create(&batch)?.commit().await?;
        Ok(batch)
    }

    /// What a closed window held, while that is not mailed.
    pub async fn mail_batch(&self, user: UserId, window: ActivityId) -> Result<Option<MailBatch>> {
        self.get(&keys::mail_batch(user, window)).await
    }

    /// Forgets a batch that was mailed.
    pub async fn forget_mail_batch(&self, batch: &MailBatch) -> Result<()> {
        self.client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(batch.place().key.to_attributes()))
            .send()
            .await
            .map_err(|error| StoreError::call("DeleteItem", error))?;
        Ok(())
    }

    /// Windows that have ended by `before` and hold something, and batches that are older, the oldest first.
    pub async fn due_mails(&self, before: Instant) -> Result<Vec<DueMail>> {
        const AT_ONCE: usize = 500;
        let range = Range {
            index: Some(Index::Four),
            partition: keys::DUE_MAILS.into(),
            from: " ".into(),
            to: format!("{before}{}", keys::LAST),
            order: Order::Ascending,
        };
        Ok(self.page(&range, None, AT_ONCE).await?.items)
    }

    /// Changes of an item by their ids; those that are gone are left out.
    pub async fn activities_by_id(
        &self,
        item: WorkItemId,
        ids: &[ActivityId],
    ) -> Result<Vec<domain::Activity>> {
        let keys: Vec<_> = ids.iter().map(|id| keys::work_activity(item, *id)).collect();
        let found = self.fetch(&keys).await?;
        keys.iter().filter_map(|key| found.get(key).transpose()).collect()
    }
}

const KIND: &str = "MAIL_WINDOW";

fn text(value: impl std::fmt::Display) -> AttributeValue {
    AttributeValue::S(value.to_string())
}

fn number(value: i64) -> AttributeValue {
    AttributeValue::N(value.to_string())
}
