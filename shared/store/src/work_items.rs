//! Work items, their comments and their activity.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::{Activity, Comment, CommentId, UserId, WorkItem, WorkItemId, WorkItemType};
use serde::{Deserialize, Serialize};

use crate::idempotency::StoredAnswer;
use crate::query::{Order, Range, into_page};
use crate::record::{Place, Record, from_item};
use crate::transaction::{Transaction, Versioned};
use crate::{CommitError, Cursor, Page, Result, Store, StoreError, UploadChange, keys};

/// Which item a number names.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Number {
    number: String,
    work_item_id: WorkItemId,
}

impl Number {
    pub(crate) fn of(item: &WorkItem) -> Self {
        Self { number: item.number.clone(), work_item_id: item.id }
    }
}

impl Record for Number {
    fn kind(&self) -> &'static str {
        "NUMBER"
    }

    fn place(&self) -> Place {
        Place::at(keys::number(&self.number))
    }
}

/// Which item a comment belongs to.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CommentPointer {
    comment_id: CommentId,
    work_item_id: WorkItemId,
}

impl CommentPointer {
    pub(crate) fn of(comment: &Comment) -> Self {
        Self { comment_id: comment.id, work_item_id: comment.work_item_id }
    }
}

impl Record for CommentPointer {
    fn kind(&self) -> &'static str {
        "COMMENT_POINTER"
    }

    fn place(&self) -> Place {
        Place::at(keys::comment_pointer(self.comment_id))
    }
}

/// That a person follows an item, for the list of what the person follows.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Watch {
    user_id: UserId,
    pub(crate) work_item_id: WorkItemId,
}

impl Record for Watch {
    fn kind(&self) -> &'static str {
        "WATCH"
    }

    fn place(&self) -> Place {
        Place::at(keys::watch(self.user_id, self.work_item_id))
    }
}

/// A changed item and the record of its change.
#[derive(Debug, Clone, Copy)]
pub struct ItemChange<'a> {
    /// As it was read.
    pub before: &'a WorkItem,
    /// As it shall be.
    pub after: &'a WorkItem,
    /// What happened.
    pub activity: &'a Activity,
}

impl ItemChange<'_> {
    pub(crate) fn add_to<'t>(&self, transaction: Transaction<'t>) -> Result<Transaction<'t>> {
        self.add_counting(transaction, None)
    }

    /// The same, and adds one to the item's number `counter`.
    pub(crate) fn add_counting<'t>(
        &self,
        transaction: Transaction<'t>,
        counter: Option<&str>,
    ) -> Result<Transaction<'t>> {
        let (before, after) = (self.before, self.after);
        let mut transaction = transaction
            .change_and_count(before, after, Versioned::By(before.version), counter)?
            .create(self.activity)?
            .remind(Some(before), after)?;
        let is_in = |id: UserId, item: &WorkItem| item.watchers.iter().any(|watcher| watcher.id == id);
        for watcher in before.watchers.iter().filter(|watcher| !is_in(watcher.id, after)) {
            transaction = transaction.delete(&keys::watch(watcher.id, before.id))?;
        }
        for watcher in after.watchers.iter().filter(|watcher| !is_in(watcher.id, before)) {
            transaction = transaction.create(&Watch { user_id: watcher.id, work_item_id: before.id })?;
        }
        Ok(transaction)
    }
}

/// What a macro did and said.
#[derive(Debug, Clone, Copy)]
pub struct MacroUse<'a> {
    /// The item before and after, where it changed.
    pub change: Option<(&'a WorkItem, &'a WorkItem)>,
    /// What was said.
    pub comment: Option<&'a Comment>,
    /// The records of all of it; the first is that of the change, where there is one.
    pub activities: &'a [Activity],
    /// The files that go along with what was said.
    pub uploads: &'a [UploadChange],
    /// The answer to a repeatable request.
    pub answer: Option<&'a StoredAnswer>,
}

pub(crate) const fn counter_of(comment: &Comment) -> &'static str {
    if comment.is_internal { "internalCommentCount" } else { "publicCommentCount" }
}

impl Transaction<'_> {
    /// Counts a new comment on its item, which goes on.
    fn count_comment(self, comment: &Comment) -> Result<Self> {
        self.update(&keys::work_item(comment.work_item_id), |update| {
            update
                .update_expression("ADD #counter :one SET updatedAt = :at")
                .condition_expression(
                    "attribute_exists(pk) AND attribute_not_exists(mergedInto) AND attribute_not_exists(deletedAt)",
                )
                .expression_attribute_names("#counter", counter_of(comment))
                .expression_attribute_values(":one", AttributeValue::N("1".into()))
                .expression_attribute_values(":at", AttributeValue::S(comment.created_at.to_string()))
        })
    }
}

/// A work item with its newest comments.
#[derive(Debug, Clone)]
pub struct Conversation {
    /// The item.
    pub item: WorkItem,
    /// The newest comments, newest first, internal ones among them.
    pub comments: Page<Comment>,
}

impl Store {
    /// The next number of the type, counted up in one call: never given twice; one that is taken and not used
    /// stays a gap.
    pub async fn next_number(&self, item_type: WorkItemType) -> Result<String> {
        let answer = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(keys::counter(item_type).to_attributes()))
            .update_expression("ADD #count :one")
            .expression_attribute_names("#count", "count")
            .expression_attribute_values(":one", AttributeValue::N("1".into()))
            .return_values(ReturnValue::UpdatedNew)
            .send()
            .await
            .map_err(|error| StoreError::call("UpdateItem", error))?;
        let count: u64 = answer
            .attributes
            .as_ref()
            .and_then(|attributes| attributes.get("count")?.as_n().ok()?.parse().ok())
            .ok_or(StoreError::Call {
                operation: "UpdateItem",
                cause: "the counter gave no number".into(),
            })?;
        Ok(item_type.number(count))
    }

    /// The item that has this number.
    pub async fn work_item_by_number(&self, number: &str) -> Result<Option<WorkItemId>> {
        let found: Option<Number> = self.get(&keys::number(number)).await?;
        Ok(found.map(|record| record.work_item_id))
    }

    /// A new item, its number, its activity, what changes beside it (the other ends of its links), the files
    /// that go on it and, for a
    /// repeatable request, the answer: one transaction.
    pub async fn create_work_item(
        &self,
        item: &WorkItem,
        activity: &Activity,
        beside: &[ItemChange<'_>],
        uploads: &[UploadChange],
        answer: Option<&StoredAnswer>,
    ) -> std::result::Result<(), CommitError> {
        let mut transaction = self.transaction().create(item)?.create(&Number::of(item))?.create(activity)?;
        transaction = transaction.remind(None, item)?;
        for watcher in &item.watchers {
            transaction = transaction.create(&Watch { user_id: watcher.id, work_item_id: item.id })?;
        }
        for change in beside {
            transaction = change.add_to(transaction)?;
        }
        for upload in uploads {
            transaction = upload.add_to(transaction)?;
        }
        if let Some(answer) = answer {
            transaction = transaction.remember(answer)?;
        }
        transaction.commit().await
    }

    /// Changed items with their activities, if nobody changed one of them since it was read.
    pub async fn change_work_items(
        &self,
        changes: &[ItemChange<'_>],
    ) -> std::result::Result<(), CommitError> {
        let mut transaction = self.transaction();
        for change in changes {
            transaction = change.add_to(transaction)?;
        }
        transaction.commit().await
    }

    /// A changed item to which several things happened at once.
    pub async fn change_work_item_with(
        &self,
        change: &ItemChange<'_>,
        further: &[Activity],
    ) -> std::result::Result<(), CommitError> {
        let mut transaction = change.add_to(self.transaction())?;
        for activity in further {
            transaction = transaction.create(activity)?;
        }
        transaction.commit().await
    }

    /// A comment, its activity, the item's counters, the files that go on the item with it and, where `reopened` is given, its new status.
    pub async fn add_comment(
        &self,
        comment: &Comment,
        activity: &Activity,
        reopened: Option<(&WorkItem, &WorkItem)>,
        uploads: &[UploadChange],
        answer: Option<&StoredAnswer>,
    ) -> std::result::Result<(), CommitError> {
        let mut transaction =
            self.transaction().create(comment)?.create(&CommentPointer::of(comment))?.create(activity)?;
        transaction = match reopened {
            Some((before, after)) => {
                let (counter, version) = (Some(counter_of(comment)), Versioned::By(before.version));
                transaction.change_and_count(before, after, version, counter)?.remind(Some(before), after)?
            }
            None => transaction.count_comment(comment)?,
        };
        for upload in uploads {
            transaction = upload.add_to(transaction)?;
        }
        if let Some(answer) = answer {
            transaction = transaction.remember(answer)?;
        }
        transaction.commit().await
    }

    /// What a macro did and said: one transaction.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where the item changed since it was read.
    pub async fn use_macro(&self, used: &MacroUse<'_>) -> std::result::Result<(), CommitError> {
        let mut transaction = self.transaction();
        let mut activities = used.activities;
        if let (Some((before, after)), Some((first, further))) = (used.change, activities.split_first()) {
            let change = ItemChange { before, after, activity: first };
            transaction = change.add_counting(transaction, used.comment.map(counter_of))?;
            activities = further;
        }
        if let Some(comment) = used.comment {
            transaction = transaction.create(comment)?.create(&CommentPointer::of(comment))?;
            if used.change.is_none() {
                transaction = transaction.count_comment(comment)?;
            }
        }
        for activity in activities {
            transaction = transaction.create(activity)?;
        }
        for upload in used.uploads {
            transaction = upload.add_to(transaction)?;
        }
        if let Some(answer) = used.answer {
            transaction = transaction.remember(answer)?;
        }
        transaction.commit().await
    }

    /// A changed comment and its activity.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where it changed, or went, since it was read.
    pub async fn change_comment(
        &self,
        before: &Comment,
        after: &Comment,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let key = keys::comment(before.work_item_id, before.id);
        let mentions = serde_dynamo::to_attribute_value(&after.mentions).map_err(StoreError::from)?;
        let changed = self.transaction().update(&key, |update| {
            update
                .update_expression("SET content = :content, mentions = :mentions, updatedAt = :at")
                .expression_attribute_values(":mentions", mentions)
                .condition_expression("updatedAt = :read")
                .expression_attribute_values(":content", AttributeValue::S(after.content.clone()))
                .expression_attribute_values(":at", AttributeValue::S(after.updated_at.to_string()))
                .expression_attribute_values(":read", AttributeValue::S(before.updated_at.to_string()))
        })?;
        changed.create(activity)?.commit().await
    }

    /// Removes a comment and takes it out of the item's counters.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where it is gone.
    pub async fn delete_comment(
        &self,
        comment: &Comment,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let (public, internal) = if comment.is_internal { (0, 1) } else { (1, 0) };
        self.transaction()
            .delete_existing(&keys::comment(comment.work_item_id, comment.id))?
            .delete(&keys::comment_pointer(comment.id))?
            .uncount_comments(comment.work_item_id, public, internal)?
            .create(activity)?
            .commit()
            .await
    }

    /// The item and its newest `limit` comments: one Query.
    pub async fn conversation(&self, id: WorkItemId, limit: usize) -> Result<Option<Conversation>> {
        let range = Range {
            index: None,
            partition: keys::work_partition(id),
            from: keys::CONVERSATION.to_owned(),
            to: format!("{}{}", keys::CONVERSATION, keys::LAST),
            order: Order::Descending,
        };
        let mut read = self.read_range(&range, None, limit + 2).await?;
        if read.placed.is_empty() {
            return Ok(None);
        }
        let first = read.placed.remove(0);
        if first.sort.starts_with(keys::COMMENT) {
            return Ok(None);
        }
        let item = from_item(first.item)?;
        let comments = into_page(read, limit)?;
        Ok(Some(Conversation { item, comments }))
    }

    /// The item's comments, newest first, internal ones among them.
    pub async fn comments(
        &self,
        id: WorkItemId,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Comment>> {
        self.page(&within(keys::work_partition(id), keys::COMMENT), after, limit).await
    }

    /// The item's changes, newest first.
    pub async fn activities(
        &self,
        id: WorkItemId,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Activity>> {
        self.page(&within(keys::work_partition(id), keys::ACTIVITY), after, limit).await
    }

    /// One comment of a known item.
    pub async fn comment(&self, work_item: WorkItemId, id: CommentId) -> Result<Option<Comment>> {
        self.get(&keys::comment(work_item, id)).await
    }

    /// The item that a comment belongs to.
    pub async fn work_item_of_comment(&self, id: CommentId) -> Result<Option<WorkItemId>> {
        let found: Option<CommentPointer> = self.get(&keys::comment_pointer(id)).await?;
        Ok(found.map(|record| record.work_item_id))
    }
}

/// The records of a partition whose sort key begins with `prefix`, newest first.
pub(crate) fn within(partition: String, prefix: &str) -> Range {
    Range {
        index: None,
        partition,
        from: prefix.to_owned(),
        to: format!("{prefix}{}", keys::LAST),
        order: Order::Descending,
    }
}
