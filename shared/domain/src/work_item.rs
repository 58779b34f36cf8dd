//! Tickets and tasks, which are one thing with a type, and the flow of their status.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{CategoryId, Instant, PersonRef, TeamId, WorkItemId};

/// What a work item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum WorkItemType {
    /// A problem that somebody reported.
    Ticket,
    /// Work that the team gave itself.
    Task,
}

impl WorkItemType {
    /// The human number of the nth item of this type: `T-0042`, `TASK-0042`; it grows past four digits.
    pub fn number(self, count: u64) -> String {
        match self {
            WorkItemType::Ticket => format!("T-{count:04}"),
            WorkItemType::Task => format!("TASK-{count:04}"),
        }
    }
}

/// Where a work item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Status {
    /// Nobody has begun.
    Open,
    /// Somebody works on it.
    InProgress,
    /// It waits for something outside.
    OnHold,
    /// Answered, and waiting for the requester's word.
    Resolved,
    /// Done.
    Closed,
    /// Given up.
    Cancelled,
}

impl Status {
    /// Every status, in the order of the flow, which is also the order of lists.
    pub const ALL: [Status; 6] = [
        Status::Open,
        Status::InProgress,
        Status::OnHold,
        Status::Resolved,
        Status::Closed,
        Status::Cancelled,
    ];

    /// Whether there is still work to do.
    pub const fn is_active(self) -> bool {
        matches!(self, Status::Open | Status::InProgress | Status::OnHold)
    }

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Status::Open => "OPEN",
            Status::InProgress => "IN_PROGRESS",
            Status::OnHold => "ON_HOLD",
            Status::Resolved => "RESOLVED",
            Status::Closed => "CLOSED",
            Status::Cancelled => "CANCELLED",
        }
    }

    /// The name in a sentence.
    pub const fn label(self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::InProgress => "in progress",
            Status::OnHold => "on hold",
            Status::Resolved => "resolved",
            Status::Closed => "closed",
            Status::Cancelled => "cancelled",
        }
    }

    /// The statuses to which those who handle an item may move it from here.
    pub const fn next_for_handler(self) -> &'static [Status] {
        match self {
            Status::Open => &[Status::InProgress, Status::Cancelled],
            Status::InProgress => &[Status::OnHold, Status::Resolved, Status::Cancelled],
            Status::OnHold => &[Status::InProgress, Status::Resolved, Status::Cancelled],
            Status::Resolved => &[Status::Closed, Status::InProgress],
            Status::Closed => &[Status::InProgress],
            Status::Cancelled => &[],
        }
    }

    /// The statuses to which its requester may move it from here: close it, or reopen it.
    pub const fn next_for_requester(self) -> &'static [Status] {
        match self {
            Status::Open | Status::InProgress | Status::OnHold => &[Status::Closed],
            Status::Resolved => &[Status::Closed, Status::InProgress],
            Status::Closed => &[Status::InProgress],
            Status::Cancelled => &[],
        }
    }
}

/// How urgent a work item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Priority {
    /// When there is time.
    Low,
    /// The usual.
    Medium,
    /// Somebody cannot work.
    High,
    /// Many cannot work.
    Critical,
}

impl Priority {
    /// The highest that a requester may ask for.
    pub const REQUESTER_CAP: Priority = Priority::High;

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Priority::Low => "LOW",
            Priority::Medium => "MEDIUM",
            Priority::High => "HIGH",
            Priority::Critical => "CRITICAL",
        }
    }
}

/// A ticket or a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkItem {
    /// Which item it is.
    pub id: WorkItemId,
    /// Ticket or task.
    #[serde(rename = "type")]
    pub item_type: WorkItemType,
    /// `T-0042` or `TASK-0042`; never given twice.
    pub number: String,
    /// One line.
    pub title: String,
    /// Sanitised HTML; empty when there is none.
    pub description: String,
    /// Where it stands.
    pub status: Status,
    /// How urgent it is.
    pub priority: Priority,
    /// Who works on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<PersonRef>,
    /// Who raised it.
    pub creator: PersonRef,
    /// Whose queue it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team_id: Option<TeamId>,
    /// What kind of problem it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category_id: Option<CategoryId>,
    /// When it was last resolved, closed or cancelled; none while active.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Instant>,
    /// Public comments.
    pub public_comment_count: u64,
    /// Internal comments.
    pub internal_comment_count: u64,
    /// Goes up with each change of a field; a comment leaves it as it is.
    pub version: u64,
    /// When it was raised.
    pub created_at: Instant,
    /// When it last changed or was last commented on in public.
    pub updated_at: Instant,
}

impl WorkItem {
    /// Moves the item to `status` at `at`, with what follows from it.
    pub fn set_status(&mut self, status: Status, at: Instant) {
        self.status = status;
        self.completed_at = if status.is_active() { None } else { self.completed_at.or(Some(at)) };
    }

    /// What lists, events and mails carry: everything but the description.
    pub fn to_summary(&self) -> WorkItemSummary {
        WorkItemSummary {
            id: self.id,
            item_type: self.item_type,
            number: self.number.clone(),
            title: self.title.clone(),
            status: self.status,
            priority: self.priority,
            assignee: self.assignee.clone(),
            creator: self.creator.clone(),
            team_id: self.team_id,
            category_id: self.category_id,
            completed_at: self.completed_at,
            public_comment_count: self.public_comment_count,
            internal_comment_count: self.internal_comment_count,
            version: self.version,
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }
}

/// A work item without its description.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "each field is documented on `WorkItem`")]
pub struct WorkItemSummary {
    pub id: WorkItemId,
    #[serde(rename = "type")]
    pub item_type: WorkItemType,
    pub number: String,
    pub title: String,
    pub status: Status,
    pub priority: Priority,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<PersonRef>,
    pub creator: PersonRef,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team_id: Option<TeamId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category_id: Option<CategoryId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Instant>,
    pub public_comment_count: u64,
    pub internal_comment_count: u64,
    pub version: u64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_padded_and_grow() {
        assert_eq!(WorkItemType::Ticket.number(1), "T-0001");
        assert_eq!(WorkItemType::Task.number(12_345), "TASK-12345");
    }

    #[test]
    fn cancelled_is_reachable_from_every_active_status_and_only_from_there() {
        for status in Status::ALL {
            assert_eq!(
                status.next_for_handler().contains(&Status::Cancelled),
                status.is_active(),
                "{status:?}"
            );
        }
    }

    #[test]
    fn done_items_reopen_to_in_progress() {
        for status in [Status::Resolved, Status::Closed] {
            assert!(status.next_for_handler().contains(&Status::InProgress));
            assert!(status.next_for_requester().contains(&Status::InProgress));
        }
    }

    #[test]
    fn a_requester_only_closes_or_reopens() {
        for status in Status::ALL {
            for next in status.next_for_requester() {
                let closes = *next == Status::Closed;
                let reopens = *next == Status::InProgress && !status.is_active();
                assert!(closes || reopens, "{status:?} to {next:?}");
            }
        }
    }
}
