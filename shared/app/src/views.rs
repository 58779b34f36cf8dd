//! What clients see: the shapes on the wire, the same in answers, pushes and mails.

mod files;
mod kept;
mod people;
mod push;
mod settings;
mod statistics;

pub use files::{Attachment, FileLinks, Transfer, TransferPart, Upload};
pub use kept::{Macro, SavedView};
pub use people::{Category, Team, User};
pub use push::PushSubscription;
pub use settings::{Limits, SystemSettings, UserSettings};
pub use statistics::{AssigneeLoad, DayFigures, PriorityCount, StatusCount, TeamStatistics, WorkFigures};

use domain::policy::{Operation, Standing, WorkItemOperation, is_visible_change};
use domain::{
    Action, ActivityId, AttachmentId, CategoryId, Change, ChecklistEntry, CommentId, FieldValues, Instant,
    ItemName, Link, LinkKind, NotificationId, NotificationType, PersonRef, Principal, Priority, Role, Status,
    TeamId, UserId, WorkItemId, WorkItemType,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A ticket or a task as lists show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WorkItemSummary {
    /// Which item it is.
    pub id: WorkItemId,
    /// Ticket or task.
    #[serde(rename = "type")]
    pub item_type: WorkItemType,
    /// The number that people say: `T-0042`, `TASK-0042`.
    #[schema(example = "T-0042")]
    pub number: String,
    /// The number of a ticket; null for a task.
    pub ticket_number: Option<String>,
    /// The number of a task; null for a ticket.
    pub task_number: Option<String>,
    /// One line.
    pub title: String,
    /// Where it stands.
    pub status: Status,
    /// How urgent it is.
    pub priority: Priority,
    /// Who works on it; null for nobody.
    pub assignee: Option<PersonRef>,
    /// Who raised it.
    pub creator: PersonRef,
    /// Whose queue it is in.
    pub team_id: Option<TeamId>,
    /// What kind of problem it is.
    pub category_id: Option<CategoryId>,
    /// When it is to be done.
    pub due_date: Option<Instant>,
    /// Words to find it by; none for somebody who does not handle it.
    pub tags: Vec<String>,
    /// The item that goes on in place of this one.
    pub merged_into: Option<ItemName>,
    /// When it was raised.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
    /// When it was resolved, closed or cancelled; null while active.
    pub completed_at: Option<Instant>,
    /// When it was deleted; null where it was not.
    pub deleted_at: Option<Instant>,
    /// Comments that the reader may see.
    pub comment_count: u64,
    /// Goes up with each change of a field; the `ETag`.
    pub version: u64,
}

impl WorkItemSummary {
    /// The item for somebody of this standing: who does not handle it sees no tags, and internal comments do not
    /// count.
    pub fn new(item: &domain::WorkItemSummary, standing: Standing) -> Self {
        let handles = standing == Standing::Handler;
        let number_of = |item_type| (item.item_type == item_type).then(|| item.number.clone());
        Self {
            id: item.id,
            item_type: item.item_type,
            number: item.number.clone(),
            ticket_number: number_of(WorkItemType::Ticket),
            task_number: number_of(WorkItemType::Task),
            title: item.title.clone(),
            status: item.status,
            priority: item.priority,
            assignee: item.assignee.clone(),
            creator: item.creator.clone(),
            team_id: item.team_id,
            category_id: item.category_id,
            due_date: item.due_date,
            tags: if handles { item.tags.clone() } else { Vec::new() },
            merged_into: item.merged_into.clone(),
            created_at: item.created_at,
            updated_at: item.updated_at,
            completed_at: item.completed_at,
            deleted_at: item.deleted_at,
            comment_count: item.public_comment_count + if handles { item.internal_comment_count } else { 0 },
            version: item.version,
        }
    }
}

/// A ticket or a task whole, with what the reader may do to it now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WorkItem {
    /// What lists show.
    #[serde(flatten)]
    pub summary: WorkItemSummary,
    /// Sanitised HTML; empty for none.
    pub description: String,
    /// The answers to what its category asks for, by their keys.
    #[schema(value_type = Object)]
    pub custom_fields: FieldValues,
    /// How long it will take; null where nobody says, and for somebody who does not handle it.
    pub estimated_hours: Option<f64>,
    /// What it is made up of; none for somebody who does not handle it.
    pub checklist: Vec<ChecklistEntry>,
    /// Other items that it has to do with; none for somebody who does not handle it, but for the one that goes on in
    /// its place.
    pub links: Vec<Link>,
    /// Those who follow it; for somebody who does not handle it, nobody else.
    pub watchers: Vec<PersonRef>,
    /// Whether the reader follows it.
    pub is_watching: bool,
    /// The statuses that the reader may give it now.
    pub allowed_statuses: Vec<Status>,
    /// Whether the reader may change its fields.
    pub can_edit: bool,
    /// Whether the reader may assign it.
    pub can_assign: bool,
    /// Whether the reader may comment on it.
    pub can_comment: bool,
    /// Whether the reader may read and write internal comments.
    pub can_comment_internally: bool,
    /// Whether the reader may take it up again in a new ticket.
    pub can_follow_up: bool,
    /// Whether the reader may delete it, or restore it where it is deleted.
    pub can_delete: bool,
}

impl WorkItem {
    /// The item for this reader. One that was deleted, or merged into another, is there to be read.
    pub fn new(item: &domain::WorkItem, reader: &Principal) -> Self {
        let standing = reader.standing(item);
        let handles = standing == Standing::Handler;
        let is_open_to_change = item.deleted_at.is_none() && item.merged_into.is_none();
        let may = |operation| is_open_to_change && reader.may(operation, item).is_ok();
        let is_reader = |person: &PersonRef| person.id == reader.user_id;
        let shown_link = |link: &&Link| handles || link.kind == LinkKind::MergedInto;
        Self {
            summary: WorkItemSummary::new(&item.to_summary(), standing),
            description: item.description.clone(),
            custom_fields: item.custom_fields.clone(),
            estimated_hours: item
                .estimated_minutes
                .filter(|_| handles)
                .map(|minutes| f64::from(minutes) / 60.0),
            checklist: if handles { item.checklist.clone() } else { Vec::new() },
            links: item.links.iter().filter(shown_link).cloned().collect(),
            watchers: item.watchers.iter().filter(|person| handles || is_reader(person)).cloned().collect(),
            is_watching: item.watchers.iter().any(is_reader),
            allowed_statuses: if is_open_to_change {
                reader.next_statuses(item).to_vec()
            } else {
                Vec::new()
            },
            can_edit: may(WorkItemOperation::Edit),
            can_assign: may(WorkItemOperation::Assign),
            can_comment: may(WorkItemOperation::CommentPublicly),
            can_comment_internally: may(WorkItemOperation::CommentInternally),
            can_follow_up: item.item_type == WorkItemType::Ticket
                && item.status == Status::Closed
                && may(WorkItemOperation::FollowUp),
            can_delete: reader.may_in_general(Operation::DeleteWork).is_ok(),
        }
    }
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Comment {
    /// Which comment it is.
    pub id: CommentId,
    /// The ticket.
    pub work_item_id: WorkItemId,
    /// Who wrote it.
    pub author: PersonRef,
    /// The author's role when it was written.
    pub author_role: Role,
    /// Sanitised HTML.
    pub content: String,
    /// Those whom it mentions.
    pub mentions: Vec<PersonRef>,
    /// Whether only those who handle the ticket see it.
    pub is_internal: bool,
    /// When it was written.
    pub created_at: Instant,
    /// When it was last edited.
    pub updated_at: Instant,
}

impl From<domain::Comment> for Comment {
    fn from(comment: domain::Comment) -> Self {
        Self {
            id: comment.id,
            work_item_id: comment.work_item_id,
            author: comment.author,
            author_role: comment.author_role,
            content: comment.content,
            mentions: comment.mentions,
            is_internal: comment.is_internal,
            created_at: comment.created_at,
            updated_at: comment.updated_at,
        }
    }
}

/// A comment that was just added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AddedComment {
    /// The comment, on the ticket that holds it.
    #[serde(flatten)]
    pub comment: Comment,
    /// The ticket that it opened, and which holds it, since the one that it was sent to is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<ItemName>,
}

/// One change of a ticket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    /// Which change it is.
    pub id: ActivityId,
    /// The ticket.
    pub work_item_id: Option<WorkItemId>,
    /// Who did it.
    pub actor: PersonRef,
    /// What was done.
    pub action: Action,
    /// Fields before and after.
    pub changes: Vec<Change>,
    /// The comment that was added.
    pub comment_id: Option<CommentId>,
    /// The file that was attached, or removed.
    pub attachment_id: Option<AttachmentId>,
    /// When.
    pub created_at: Instant,
}

impl From<domain::Activity> for Activity {
    fn from(activity: domain::Activity) -> Self {
        Self {
            id: activity.id,
            work_item_id: activity.work_item_id,
            actor: activity.actor,
            action: activity.action,
            changes: activity.changes,
            comment_id: activity.comment_id,
            attachment_id: activity.attachment_id,
            created_at: activity.created_at,
        }
    }
}

/// What happened, with what it happened to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FeedEntry {
    /// What happened.
    #[serde(flatten)]
    pub activity: Activity,
    /// The ticket or task; null where it is about none.
    pub item: Option<ItemName>,
    /// Its title then.
    pub title: Option<String>,
    /// The account that it is about.
    pub user_id: Option<UserId>,
    /// The team whose work it was then, or that it is about.
    pub team_id: Option<TeamId>,
    /// The category that it is about.
    pub category_id: Option<CategoryId>,
}

impl FeedEntry {
    /// The entry for somebody who may know of it, with the changes that are for this person.
    pub fn new(mut activity: domain::Activity, reader: &Principal) -> Self {
        let item = activity.work_item.take();
        if let Some(item) = &item {
            let standing = reader.standing(item);
            activity.changes.retain(|change| is_visible_change(standing, change));
        }
        let (user_id, category_id) = (activity.user_id, activity.category_id);
        let team_id = item.as_ref().and_then(|item| item.team_id).or(activity.team_id);
        let (item, title) = item
            .map(|item| {
                let name = ItemName { id: item.id, item_type: item.item_type, number: item.number };
                (name, item.title)
            })
            .unzip();
        Self { activity: Activity::from(activity), item, title, user_id, team_id, category_id }
    }
}

/// What the bell shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Notification {
    /// Which one it is.
    pub id: NotificationId,
    /// Why.
    #[serde(rename = "type")]
    pub notification_type: NotificationType,
    /// The headline.
    pub title: String,
    /// One plain line more.
    pub message: String,
    /// The page in the app, from its root.
    pub link: Option<String>,
    /// The ticket.
    pub work_item_id: Option<WorkItemId>,
    /// Whether the person has seen it.
    pub is_read: bool,
    /// How many changes it tells of, the newest in words.
    pub count: u64,
    /// When the newest of them happened.
    pub created_at: Instant,
}

impl From<domain::Notification> for Notification {
    fn from(notification: domain::Notification) -> Self {
        Self {
            id: notification.id,
            notification_type: notification.notification_type,
            title: notification.title,
            message: notification.message,
            link: notification.link,
            work_item_id: notification.work_item_id,
            is_read: notification.is_read,
            count: notification.count,
            created_at: notification.created_at,
        }
    }
}
