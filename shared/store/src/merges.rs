//! Merging one item into another: the decision is one transaction, and comments and files follow in steps, each of them a
//! transaction that moves what is still there. So a merge that stops at any point goes on from it.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Attachment, Comment, Instant, UserId, WorkItem, WorkItemId};
use serde::{Deserialize, Serialize};

use crate::query::{Order, Range};
use crate::record::{Index, Place, Record};
use crate::work_items::{CommentPointer, ItemChange, counter_of, within};
use crate::{CommitError, Result, Store, keys};

/// A merge that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Merge {
    /// The item that goes.
    pub source: WorkItemId,
    /// The item that goes on.
    pub target: WorkItemId,
    /// Who merged them.
    pub by: UserId,
    /// When.
    pub started_at: Instant,
}

impl Record for Merge {
    fn kind(&self) -> &'static str {
        "MERGE"
    }

    fn place(&self) -> Place {
        let sort = keys::by_time(self.started_at, self.source);
        Place::at(keys::merge(self.source)).listed(Index::Four, keys::MERGES, sort)
    }
}

impl Store {
    /// The comments that one step moves: each takes three writes, of the hundred that a transaction holds.
    const COMMENTS_A_STEP: usize = 24;

    /// Begins a merge: both items as they shall be, what the one that goes was raised with as a comment on the other, and
    /// the note that comments are to follow.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where one of them changed.
    pub async fn begin_merge(
        &self,
        merge: &Merge,
        changes: [ItemChange<'_>; 2],
        description: Option<&Comment>,
    ) -> std::result::Result<(), CommitError> {
        let [source, target] = changes;
        let mut transaction = source.add_to(self.transaction().create(merge)?)?;
        // Counted where it stands: comments are added to the target without a new version of it.
        transaction = target.add_counting(transaction, description.map(counter_of))?;
        if let Some(comment) = description {
            transaction = transaction.create(comment)?.create(&CommentPointer::of(comment))?;
        }
        transaction.commit().await
    }

    /// The merge of this item, while it is under way.
    pub async fn merge_of(&self, source: WorkItemId) -> Result<Option<Merge>> {
        self.get(&keys::merge(source)).await
    }

    /// Moves the next comments, then files; false once none is left and the merge is through. Two who do so at once
    /// move each once.
    pub async fn continue_merge(&self, merge: &Merge) -> std::result::Result<bool, CommitError> {
        let Some(target) = self.end_of_merges(merge.target).await? else {
            // It was removed for good, and what it should have got stays where it is.
            self.transaction().delete(&keys::merge(merge.source))?.commit().await?;
            return Ok(false);
        };
        let merge = &Merge { target, ..merge.clone() };
        let range =
            Range { order: Order::Ascending, ..within(keys::work_partition(merge.source), keys::COMMENT) };
        let comments: Vec<Comment> = self.page(&range, None, Self::COMMENTS_A_STEP).await?.items;
        if comments.is_empty() && self.move_attachments(merge).await? {
            return Ok(true);
        }
        if comments.is_empty() {
            self.transaction().delete(&keys::merge(merge.source))?.commit().await?;
            return Ok(false);
        }
        let mut transaction = self.transaction();
        let (mut public, mut internal) = (0_u64, 0_u64);
        for before in &comments {
            let after = Comment { work_item_id: merge.target, ..before.clone() };
            transaction = transaction
                .delete_existing(&keys::comment(merge.source, before.id))?
                .create(&after)?
                .replace(&CommentPointer::of(&after))?;
            if before.is_internal {
                internal += 1;
            } else {
                public += 1;
            }
        }
        transaction = transaction.count_moved_comments(merge.target, public, internal)?;
        transaction = transaction.uncount_comments(merge.source, public, internal)?;
        match transaction.commit().await {
            // Somebody else has moved them meanwhile.
            Ok(()) | Err(CommitError::Stale | CommitError::Taken) => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// The item that goes on in place of this one, which may have been merged meanwhile; none where it is gone.
    async fn end_of_merges(&self, item: WorkItemId) -> Result<Option<WorkItemId>> {
        let mut id = item;
        loop {
            let Some(item) = self.get::<WorkItem>(&keys::work_item(id)).await? else { return Ok(None) };
            match item.merged_into {
                Some(target) => id = target.id,
                None => return Ok(Some(id)),
            }
        }
    }

    /// Moves the next files; false where none is left.
    async fn move_attachments(&self, merge: &Merge) -> std::result::Result<bool, CommitError> {
        let range =
            Range { order: Order::Ascending, ..within(keys::work_partition(merge.source), keys::ATTACHMENT) };
        let attachments: Vec<Attachment> = self.page(&range, None, Self::COMMENTS_A_STEP).await?.items;
        if attachments.is_empty() {
            return Ok(false);
        }
        let mut transaction = self.transaction().require_unmerged(merge.target)?;
        for before in &attachments {
            let after = Attachment { work_item_id: merge.target, ..before.clone() };
            transaction = transaction
                .delete_existing(&keys::attachment(merge.source, before.id))?
                .create(&after)?
                .update(&keys::upload(before.id), |update| {
                    update
                        .update_expression("SET #target.workItemId = :target ADD #version :one")
                        .condition_expression("attribute_exists(pk)")
                        .expression_attribute_names("#target", "target")
                        .expression_attribute_names("#version", "version")
                        .expression_attribute_values(":target", AttributeValue::S(merge.target.to_string()))
                        .expression_attribute_values(":one", AttributeValue::N("1".into()))
                })?;
        }
        match transaction.commit().await {
            // Somebody else has moved them meanwhile.
            Ok(()) | Err(CommitError::Stale | CommitError::Taken) => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// Merges that began before `before` and are not through, the oldest first.
    pub async fn unfinished_merges(&self, before: Instant) -> Result<Vec<Merge>> {
        const AT_ONCE: usize = 25;
        let range = Range {
            index: Some(Index::Four),
            partition: keys::MERGES.into(),
            from: " ".into(),
            to: before.to_string(),
            order: Order::Ascending,
        };
        Ok(self.page(&range, None, AT_ONCE).await?.items)
    }
}
