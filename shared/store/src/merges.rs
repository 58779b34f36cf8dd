//! Merging one item into another: the decision is one transaction, and the comments follow in steps, each of them a
//! transaction that moves what is still there. So a merge that stops at any point goes on from it.

use domain::{Comment, Instant, UserId, WorkItemId};
use serde::{Deserialize, Serialize};

use crate::query::{Order, Range};
use crate::record::{Index, Place, Record};
use crate::work_items::{CommentPointer, ItemChange, within};
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

    /// Begins a merge: both items as they shall be, and the note that comments are to follow.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where one of them changed.
    pub async fn begin_merge(
        &self,
        merge: &Merge,
        changes: [ItemChange<'_>; 2],
    ) -> std::result::Result<(), CommitError> {
        let mut transaction = self.transaction().create(merge)?;
        for change in changes {
            transaction = change.add_to(transaction)?;
        }
        transaction.commit().await
    }

    /// The merge of this item, while it is under way.
    pub async fn merge_of(&self, source: WorkItemId) -> Result<Option<Merge>> {
        self.get(&keys::merge(source)).await
    }

    /// Moves the next comments; false once none is left and the merge is through. Two who do so at once move each
    /// comment once.
    pub async fn continue_merge(&self, merge: &Merge) -> std::result::Result<bool, CommitError> {
        let range =
            Range { order: Order::Ascending, ..within(keys::work_partition(merge.source), keys::COMMENT) };
        let comments: Vec<Comment> = self.page(&range, None, Self::COMMENTS_A_STEP).await?.items;
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
        transaction = transaction.count_comments(merge.target, public, internal, Sign::More)?;
        transaction = transaction.count_comments(merge.source, public, internal, Sign::Fewer)?;
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

/// Which way a counter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    More,
    Fewer,
}
