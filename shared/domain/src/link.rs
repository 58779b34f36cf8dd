//! How tickets and tasks stand to each other.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{WorkItemId, WorkItemType};

/// How an item stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum LinkKind {
    /// It has something to do with the other.
    RelatesTo,
    /// The other waits for it.
    Blocks,
    /// It waits for the other.
    BlockedBy,
    /// It says the same as the other, which is the one to work on.
    Duplicates,
    /// The other says the same.
    DuplicatedBy,
    /// The other is a part of it.
    ParentOf,
    /// It is a part of the other.
    ChildOf,
    /// It takes up again what the other, which is closed, was about.
    FollowsUp,
    /// The other takes it up again.
    FollowedUpBy,
    /// It was split off the other.
    SplitFrom,
    /// The other was split off it.
    SplitInto,
    /// It was merged into the other.
    MergedInto,
    /// The other was merged into it.
    MergedFrom,
}

impl LinkKind {
    /// How the other item stands to this one.
    pub const fn reverse(self) -> Self {
        match self {
            LinkKind::RelatesTo => LinkKind::RelatesTo,
            LinkKind::Blocks => LinkKind::BlockedBy,
            LinkKind::BlockedBy => LinkKind::Blocks,
            LinkKind::Duplicates => LinkKind::DuplicatedBy,
            LinkKind::DuplicatedBy => LinkKind::Duplicates,
            LinkKind::ParentOf => LinkKind::ChildOf,
            LinkKind::ChildOf => LinkKind::ParentOf,
            LinkKind::FollowsUp => LinkKind::FollowedUpBy,
            LinkKind::FollowedUpBy => LinkKind::FollowsUp,
            LinkKind::SplitFrom => LinkKind::SplitInto,
            LinkKind::SplitInto => LinkKind::SplitFrom,
            LinkKind::MergedInto => LinkKind::MergedFrom,
            LinkKind::MergedFrom => LinkKind::MergedInto,
        }
    }

    /// Whether people make and remove such links; the others tell what happened and stay.
    pub const fn is_free(self) -> bool {
        matches!(
            self,
            LinkKind::RelatesTo
                | LinkKind::Blocks
                | LinkKind::BlockedBy
                | LinkKind::Duplicates
                | LinkKind::DuplicatedBy
                | LinkKind::ParentOf
                | LinkKind::ChildOf
        )
    }
}

/// Another item, as short as it can be named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ItemName {
    /// Which item it is.
    pub id: WorkItemId,
    /// Ticket or task.
    #[serde(rename = "type")]
    pub item_type: WorkItemType,
    /// `T-0042` or `TASK-0042`.
    pub number: String,
}

/// A link to another item. The other has the reverse of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// How this item stands to the other.
    pub kind: LinkKind,
    /// The other.
    pub item: ItemName,
}
