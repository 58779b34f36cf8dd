//! Work items, their comments and their activity.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::{
    Activity, Comment, CommentId, Status, TeamId, UserId, WorkItem, WorkItemId, WorkItemSummary, WorkItemType,
};
use futures::future::try_join_all;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::idempotency::StoredAnswer;
use crate::merges::Sign;
use crate::query::{Order, Range, Read, into_page};
use crate::record::{Index, Place, Record, from_item};
use crate::transaction::{Transaction, Versioned};
use crate::{CommitError, Cursor, Key, Page, Result, Store, StoreError, keys};

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
struct Watch {
    user_id: UserId,
    work_item_id: WorkItemId,
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
        let (before, after) = (self.before, self.after);
        let mut transaction =
            transaction.change(before, after, Versioned::By(before.version))?.create(self.activity)?;
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
    /// Followed by a person, the newest first: the list of them, then the items.
    Watcher(UserId),
    /// What was deleted and can be restored, the newest first, whatever its status.
    Deleted,
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
    /// Whether the status is among them.
    pub fn takes(self, status: Status) -> bool {
        match self {
            StatusFilter::Any => true,
            StatusFilter::Active => status.is_active(),
            StatusFilter::Done => !status.is_active(),
            StatusFilter::Only(only) => status == only,
        }
    }

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

    /// A new item, its number, its activity, what changes beside it (the other ends of its links) and, for a
    /// repeatable request, the answer: one transaction.
    pub async fn create_work_item(
        &self,
        item: &WorkItem,
        activity: &Activity,
        beside: &[ItemChange<'_>],
        answer: Option<&StoredAnswer>,
    ) -> std::result::Result<(), CommitError> {
        let mut transaction = self.transaction().create(item)?.create(&Number::of(item))?.create(activity)?;
        for watcher in &item.watchers {
            transaction = transaction.create(&Watch { user_id: watcher.id, work_item_id: item.id })?;
        }
        for change in beside {
            transaction = change.add_to(transaction)?;
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
                    .condition_expression(
                        "attribute_exists(pk) AND attribute_not_exists(mergedInto) AND attribute_not_exists(deletedAt)",
                    )
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
        let changed = self.transaction().update(&key, |update| {
            update
                .update_expression("SET content = :content, updatedAt = :at")
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
            .count_comments(comment.work_item_id, public, internal, Sign::Fewer)?
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

    /// One page of items along the flow of status, in each status the newest first: one Query, or one for each
    /// team at the same time. Where `keep` leaves items out, up to `window` are looked through, so a page may be
    /// short and still have a next one, and costs the same however many items there are.
    pub async fn work_items(
        &self,
        item_type: WorkItemType,
        scope: &ListScope,
        filter: StatusFilter,
        after: Option<&Cursor>,
        size: PageSize,
        keep: impl Fn(&WorkItemSummary) -> bool,
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
            ListScope::Watcher(user) => {
                let page = self.watched(*user, after, size.limit.min(Self::WATCHED_AT_ONCE)).await?;
                return Ok(page.filter_map(|item| {
                    let fits = item.item_type == item_type
                        && item.deleted_at.is_none()
                        && filter.takes(item.status)
                        && keep(&item);
                    fits.then_some(item)
                }));
            }
            ListScope::Deleted => vec![Range {
                from: " ".into(),
                to: keys::LAST.into(),
                ..range(Index::Four, keys::of_deleted(item_type))
            }],
        };
        let reads = ranges.iter().map(|range| self.read_range(range, after, size.window + 1));
        sifted(merge_descending(try_join_all(reads).await?), size, keep)
    }

    /// As many as one BatchGetItem reads.
    const WATCHED_AT_ONCE: usize = 100;

    /// One page of what the person follows, the newest items first: the list, then the items themselves.
    async fn watched(
        &self,
        user: UserId,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<WorkItemSummary>> {
        let range = within(keys::user_partition(user), keys::WATCH);
        let page: Page<Watch> = self.page(&range, after, limit).await?;
        let wanted: Vec<Key> = page.items.iter().map(|watch| keys::work_item(watch.work_item_id)).collect();
        if wanted.is_empty() {
            return Ok(Page { items: Vec::new(), next: page.next });
        }
        let found = self.fetch(&wanted).await?;
        let items = wanted.iter().filter_map(|key| found.get(key).transpose()).collect::<Result<_>>()?;
        Ok(Page { items, next: page.next })
    }
}

/// How large a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSize {
    /// The most that it shows.
    pub limit: usize,
    /// The most that is looked through for it.
    pub window: usize,
}

impl PageSize {
    /// Everything that is read is shown.
    pub const fn of(limit: usize) -> Self {
        Self { limit, window: limit }
    }
}

/// The first `limit` of the first `window` that `keep` takes. The next page begins where the looking ended.
fn sifted<R: DeserializeOwned>(read: Read, size: PageSize, keep: impl Fn(&R) -> bool) -> Result<Page<R>> {
    let more = read.ended_early || read.placed.len() > size.window;
    let mut page = Page { items: Vec::new(), next: None };
    let mut last = None;
    for entry in read.placed.into_iter().take(size.window) {
        if page.items.len() == size.limit {
            page.next = last.map(Cursor);
            return Ok(page);
        }
        let record: R = from_item(entry.item)?;
        last = Some(entry.sort);
        if keep(&record) {
            page.items.push(record);
        }
    }
    page.next = last.filter(|_| more).map(Cursor);
    Ok(page)
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
