//! What the bell shows.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Instant, NotificationId, UserId, WorkItemId};

/// Why a person is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum NotificationType {
    /// A ticket was assigned to the person.
    TicketAssigned,
    /// A ticket of the person's changed.
    TicketUpdated,
    /// Somebody commented on a ticket of the person's.
    CommentAdded,
    /// Somebody named the person.
    Mention,
    /// A due date comes near.
    DueDate,
    /// A service-level promise was broken.
    SlaBreach,
    /// Word from the system itself.
    System,
}

impl NotificationType {
    /// Every type.
    pub const ALL: [Self; 7] = [
        Self::TicketAssigned,
        Self::TicketUpdated,
        Self::CommentAdded,
        Self::Mention,
        Self::DueDate,
        Self::SlaBreach,
        Self::System,
    ];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TicketAssigned => "TICKET_ASSIGNED",
            Self::TicketUpdated => "TICKET_UPDATED",
            Self::CommentAdded => "COMMENT_ADDED",
            Self::Mention => "MENTION",
            Self::DueDate => "DUE_DATE",
            Self::SlaBreach => "SLA_BREACH",
            Self::System => "SYSTEM",
        }
    }
}

/// One line under the bell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Notification {
    /// Which one it is.
    pub id: NotificationId,
    /// Whose it is.
    pub user_id: UserId,
    /// Why.
    #[serde(rename = "type")]
    pub notification_type: NotificationType,
    /// `T-0042 was assigned to you`.
    pub title: String,
    /// One plain line more.
    pub message: String,
    /// The page in the app, from its root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The work item that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_item_id: Option<WorkItemId>,
    /// Whether the person has seen it.
    pub is_read: bool,
    /// How many changes it tells of, the newest in words.
    #[serde(default = "one")]
    pub count: u64,
    /// When the newest of them happened.
    pub created_at: Instant,
}

const fn one() -> u64 {
    1
}
