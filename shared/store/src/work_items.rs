//! Work items, their comments and their activity.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::{
    Activity, Comment, CommentId, Status, TeamId, UserId, WorkItem, WorkItemId, WorkItemSummary, WorkItemType,
};
use futures::future::try_join_all;
use serde::{Deserialize, Serialize};

use crate::idempotency::StoredAnswer;
use crate::query::{Order, Range, Read, into_page};
use crate::record::{Index, Place, Record, from_item};
use crate::transaction::Versioned;
use crate::{CommitError, Cursor, Page, Result, Store, StoreError, keys};

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

/// A work item with its newest comments.
#[derive(Debug, Clone)]
pub struct Conversation {
    /// The item.
    pub item: WorkItem,
    /// The newest comments, newest first, internal ones among them.
    pub comments: Page<Comment>,
}

/// Whose items a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListScope {
    /// Assigned to a person.
    Assignee(UserId),
    /// Raised by a person.
    Creator(UserId),
    /// In the queue of any of these teams: one Query each, at the same time.
    Teams(Vec<TeamId>),
    /// Every item of its type.
    All,
}

/// Which statuses a list shows: always a run along the flow, so that one Query reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusFilter {
    /// Every status.
    Any,
    /// There is still work to do.
    Active,
    /// There is none.
    Done,
    /// This one.
    Only(Status),
}

impl StatusFilter {
    fn range(self) -> (String, String) {
        let (low, high) = match self {
            StatusFilter::Any => (Status::Cancelled, Status::Open),
            StatusFilter::Active => (Status::OnHold, Status::Open),
            StatusFilter::Done => (Status::Cancelled, Status::Resolved),
            StatusFilter::Only(status) => (status, status),
        };
        (format!("{}#", keys::status_rank(low)), format!("{}#{}", keys::status_rank(high), keys::LAST))
    }
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

    /// A new item, its number, its activity and, for a repeatable request, the answer: one transaction.
    pub async fn create_work_item(
        &self,
        item: &WorkItem,
        activity: &Activity,
        answer: Option<&StoredAnswer>,
    ) -> std::result::Result<(), CommitError> {
        let mut transaction = self.transaction().create(item)?.create(&Number::of(item))?.create(activity)?;
        if let Some(answer) = answer {
            transaction = transaction.remember(answer)?;
        }
        transaction.commit().await
    }

    /// A changed item and its activity, if nobody changed it since `before` was read.
    pub async fn change_work_item(
        &self,
        before: &WorkItem,
        after: &WorkItem,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        self.transaction()
            .change(before, after, Versioned::By(before.version))?
            .create(activity)?
            .commit()
            .await
    }

    /// A comment, its activity, the item's counters and, where `reopened` is given, its new status.
    pub async fn add_comment(
        &self,
        comment: &Comment,
        activity: &Activity,
        reopened: Option<(&WorkItem, &WorkItem)>,
        answer: Option<&StoredAnswer>,
    ) -> std::result::Result<(), CommitError> {
        let mut transaction =
            self.transaction().create(comment)?.create(&CommentPointer::of(comment))?.create(activity)?;
        let counter = if comment.is_internal { "internalCommentCount" } else { "publicCommentCount" };
        transaction = match reopened {
            Some((before, after)) => {
                transaction.change_and_count(before, after, Versioned::By(before.version), Some(counter))?
            }
            None => transaction.update(&keys::work_item(comment.work_item_id), |update| {
                update
                    .update_expression("ADD #counter :one SET updatedAt = :at")
                    .condition_expression("attribute_exists(pk)")
                    .expression_attribute_names("#counter", counter)
                    .expression_attribute_values(":one", AttributeValue::N("1".into()))
                    .expression_attribute_values(":at", AttributeValue::S(comment.created_at.to_string()))
            })?,
        };
        if let Some(answer) = answer {
            transaction = transaction.remember(answer)?;
        }
        transaction.commit().await
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

    /// One page of items along the flow of status, in each status the newest first: one Query, or one for each
    /// team at the same time.
    pub async fn work_items(
        &self,
        item_type: WorkItemType,
        scope: &ListScope,
        filter: StatusFilter,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<WorkItemSummary>> {
        let (from, to) = filter.range();
        let range = |index, partition| Range {
            index: Some(index),
            partition,
            from: from.clone(),
            to: to.clone(),
            order: Order::Descending,
        };
        let ranges: Vec<Range> = match scope {
            ListScope::Assignee(user) => vec![range(Index::One, keys::of_assignee(item_type, *user))],
            ListScope::Creator(user) => vec![range(Index::Three, keys::of_creator(item_type, *user))],
            ListScope::All => vec![range(Index::Four, keys::of_all(item_type))],
            ListScope::Teams(teams) => {
                teams.iter().map(|team| range(Index::Two, keys::of_team(item_type, *team))).collect()
            }
        };
        let reads = ranges.iter().map(|range| self.read_range(range, after, limit + 1));
        into_page(merge_descending(try_join_all(reads).await?), limit)
    }
}

/// Several descending reads as one. Where one of them ended early, what the others hold beyond its end is left for
/// the next page, so that nothing of it is passed over.
fn merge_descending(reads: Vec<Read>) -> Read {
    let ends = reads.iter().filter(|read| read.ended_early).filter_map(|read| read.placed.last());
    let boundary = ends.map(|entry| entry.sort.clone()).max();
    let mut placed: Vec<_> = reads.into_iter().flat_map(|read| read.placed).collect();
    if let Some(boundary) = &boundary {
        placed.retain(|entry| entry.sort >= *boundary);
    }
    placed.sort_unstable_by(|one, other| other.sort.cmp(&one.sort));
    Read { placed, ended_early: boundary.is_some() }
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
