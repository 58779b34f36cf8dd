//! Tickets and tasks, which are one thing with a type, and the flow of their status.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{CategoryId, FieldValues, Instant, ItemName, Link, LinkKind, PersonRef, TeamId, WorkItemId};

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
    /// What it is called in a sentence.
    pub const fn noun(self) -> &'static str {
        match self {
            WorkItemType::Ticket => "ticket",
            WorkItemType::Task => "task",
        }
    }

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
    /// Every priority, the least urgent first.
    pub const ALL: [Priority; 4] = [Priority::Low, Priority::Medium, Priority::High, Priority::Critical];

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

/// One thing to do among those that make up an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChecklistEntry {
    /// What is to do.
    #[schema(min_length = 1, max_length = 200)]
    pub text: String,
    /// Whether it is done.
    #[serde(default)]
    pub is_done: bool,
}

/// For so long a deleted item can be restored.
pub const RESTORABLE_SECONDS: i64 = 30 * 24 * 3600;

/// The most tags of one item.
pub const MOST_TAGS: usize = 20;
/// The most watchers of one item.
pub const MOST_WATCHERS: usize = 50;
/// The most links of one item.
pub const MOST_LINKS: usize = 50;
/// The most entries of one checklist.
pub const MOST_CHECKLIST_ENTRIES: usize = 100;

/// A tag as it is kept: in lower case, words joined by one hyphen; none where nothing is left of it, or too much.
pub fn tag(text: &str) -> Option<String> {
    let joined = text.split_whitespace().collect::<Vec<_>>().join("-").to_lowercase();
    let fits = (1..=40).contains(&joined.chars().count())
        && joined.chars().all(|character| character.is_alphanumeric() || "-_.:+".contains(character));
    fits.then_some(joined)
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
    /// When it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_date: Option<Instant>,
    /// How long it will take, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimated_minutes: Option<u32>,
    /// Words to find it by, each as [`tag`] keeps it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Those who follow it besides who raised it and who works on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watchers: Vec<PersonRef>,
    /// Other items that it has to do with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// What it is made up of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checklist: Vec<ChecklistEntry>,
    /// The answers to what its category asks for.
    #[serde(default, skip_serializing_if = "FieldValues::is_empty")]
    pub custom_fields: FieldValues,
    /// The item that goes on in place of this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<ItemName>,
    /// When it was deleted: it is nowhere but in the admins' list of what can be restored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Instant>,
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
    /// An open item that `creator` raises at `at`, of which only the title is known yet.
    pub fn new(
        item_type: WorkItemType,
        number: String,
        title: &str,
        creator: PersonRef,
        at: Instant,
    ) -> Self {
        Self {
            id: WorkItemId::new(at),
            item_type,
            number,
            title: title.trim().to_owned(),
            description: String::new(),
            status: Status::Open,
            priority: Priority::Medium,
            assignee: None,
            creator,
            team_id: None,
            category_id: None,
            due_date: None,
            estimated_minutes: None,
            tags: Vec::new(),
            watchers: Vec::new(),
            links: Vec::new(),
            checklist: Vec::new(),
            custom_fields: FieldValues::new(),
            merged_into: None,
            deleted_at: None,
            completed_at: None,
            public_comment_count: 0,
            internal_comment_count: 0,
            version: 1,
            created_at: at,
            updated_at: at,
        }
    }

    /// The item as others name it.
    pub fn name(&self) -> ItemName {
        ItemName { id: self.id, item_type: self.item_type, number: self.number.clone() }
    }

    /// Adds a link, if it is not there yet.
    pub fn link(&mut self, kind: LinkKind, item: ItemName) {
        let link = Link { kind, item };
        if !self.links.contains(&link) {
            self.links.push(link);
        }
    }

    /// Moves the item to `status` at `at`, with what follows from it.
    pub fn set_status(&mut self, status: Status, at: Instant) {
        self.status = status;
        self.completed_at = if status.is_active() { None } else { self.completed_at.or(Some(at)) };
    }

    /// What lists, events and mails carry.
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
            due_date: self.due_date,
            tags: self.tags.clone(),
            watchers: self.watchers.clone(),
            merged_into: self.merged_into.clone(),
            deleted_at: self.deleted_at,
            completed_at: self.completed_at,
            public_comment_count: self.public_comment_count,
            internal_comment_count: self.internal_comment_count,
            version: self.version,
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }
}

/// A work item without what lists and events do not tell.
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
    pub due_date: Option<Instant>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watchers: Vec<PersonRef>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<ItemName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Instant>,
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
