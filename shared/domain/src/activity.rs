//! The record of a change: append-only, written in the same transaction as the change, and the event from
//! which mail, pushes and notifications follow.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ActivityId, AttachmentId, CategoryId, CommentId, Instant, PersonRef, Role, TeamId, UserId, WorkItemId,
    WorkItemSummary,
};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Action {
    /// A work item came into being.
    Created,
    /// Fields of a work item changed.
    Updated,
    /// A work item got another assignee, or none.
    Assigned,
    /// A comment was added; it may have reopened the item, which is then among the changes.
    Commented,
    /// A comment says something else.
    CommentEdited,
    /// A comment was removed.
    CommentDeleted,
    /// A file is on a work item now.
    Attached,
    /// A file was removed from a work item.
    AttachmentDeleted,
    /// A work item was deleted; it can be restored for thirty days.
    Deleted,
    /// A deleted work item was restored.
    Restored,
    /// Somebody follows a work item now, or no more.
    WatchersChanged,
    /// A work item was linked to another, or no more.
    LinksChanged,
    /// A work item was merged into another, or another into it.
    Merged,
    /// A work item is due within a day, or overdue, and people are reminded.
    DueSoon,
    /// An account was made.
    UserCreated,
    /// An account changed.
    UserUpdated,
    /// Somebody was invited once more to choose a password.
    UserInvited,
    /// An account was deleted.
    UserDeleted,
    /// A team was made.
    TeamCreated,
    /// A team changed.
    TeamUpdated,
    /// A team was deleted.
    TeamDeleted,
    /// A category was made.
    CategoryCreated,
    /// A category changed.
    CategoryUpdated,
    /// A category was deleted.
    CategoryDeleted,
    /// A macro was made.
    MacroCreated,
    /// A macro changed.
    MacroUpdated,
    /// A macro was deleted.
    MacroDeleted,
    /// Somebody has another password, by the old one or by a link.
    PasswordChanged,
    /// The organisation's settings changed.
    SettingsUpdated,
    /// A second factor was asked for from now on, or no more.
    SecondFactorChanged,
}

/// Actions of one kind, by which feeds are sifted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ActionGroup {
    /// Work came into being.
    Created,
    /// Work changed, was linked, merged, is followed by others, or has other files.
    Changed,
    /// Work got another assignee.
    Assigned,
    /// A comment was added, edited or removed.
    Commented,
    /// Work was deleted or restored.
    Deleted,
    /// Accounts, and what people sign in with.
    Accounts,
    /// Teams, categories, macros and settings.
    Catalogue,
}

impl Action {
    /// The kind of action that it is.
    pub const fn group(self) -> ActionGroup {
        match self {
            Self::Created => ActionGroup::Created,
            Self::Updated
            | Self::WatchersChanged
            | Self::LinksChanged
            | Self::Merged
            | Self::Attached
            | Self::AttachmentDeleted
            | Self::DueSoon => ActionGroup::Changed,
            Self::Assigned => ActionGroup::Assigned,
            Self::Commented | Self::CommentEdited | Self::CommentDeleted => ActionGroup::Commented,
            Self::Deleted | Self::Restored => ActionGroup::Deleted,
            Self::UserCreated
            | Self::UserUpdated
            | Self::UserInvited
            | Self::UserDeleted
            | Self::PasswordChanged
            | Self::SecondFactorChanged => ActionGroup::Accounts,
            Self::TeamCreated
            | Self::TeamUpdated
            | Self::TeamDeleted
            | Self::CategoryCreated
            | Self::CategoryUpdated
            | Self::CategoryDeleted
            | Self::MacroCreated
            | Self::MacroUpdated
            | Self::MacroDeleted
            | Self::SettingsUpdated => ActionGroup::Catalogue,
        }
    }
}

/// One field before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The field's name on the wire.
    pub field: String,
    /// What it was; null for nothing.
    pub before: serde_json::Value,
    /// What it is now; null for nothing.
    pub after: serde_json::Value,
}

impl Change {
    /// The change of `field`, or none where both are the same.
    pub fn between<T: Serialize + PartialEq>(field: &str, before: &T, after: &T) -> Option<Self> {
        let value = |of: &T| serde_json::to_value(of).unwrap_or(serde_json::Value::Null);
        (before != after).then(|| Self {
            field: field.to_owned(),
            before: value(before),
            after: value(after),
        })
    }
}

/// One change: who, when, from where, what, before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    /// Which change it is; everything that follows from it is keyed by this.
    pub id: ActivityId,
    /// What happened.
    pub action: Action,
    /// Who did it.
    pub actor: PersonRef,
    /// The actor's role at that time.
    pub actor_role: Role,
    /// The address that the request came from; none for the system's own work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip_address: Option<String>,
    /// What changed.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// The work item that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_item_id: Option<WorkItemId>,
    /// The work item as it was after the change, so that consumers need not read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_item: Option<WorkItemSummary>,
    /// The assignee before the change, where that is another person now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_assignee: Option<PersonRef>,
    /// The comment that was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment_id: Option<CommentId>,
    /// The file that was attached, or removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachment_id: Option<AttachmentId>,
    /// Those whom the comment mentions and did not mention before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned: Vec<PersonRef>,
    /// Whether only those who handle the item may know of it.
    #[serde(default)]
    pub is_internal: bool,
    /// The account that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
    /// The team that it is about, where it is about no person and no work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team_id: Option<TeamId>,
    /// The category that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category_id: Option<CategoryId>,
    /// Whether it is history that was loaded: nobody is told of it.
    #[serde(default)]
    pub is_import: bool,
    /// When it happened.
    pub created_at: Instant,
}

impl Activity {
    /// What `actor` did at `at`, as far as it is the same for every action.
    pub fn new(action: Action, actor: PersonRef, actor_role: Role, at: Instant) -> Self {
        Self {
            id: ActivityId::new(at),
            action,
            actor,
            actor_role,
            ip_address: None,
            changes: Vec::new(),
            work_item_id: None,
            work_item: None,
            previous_assignee: None,
            comment_id: None,
            attachment_id: None,
            mentioned: Vec::new(),
            is_internal: false,
            user_id: None,
            team_id: None,
            category_id: None,
            is_import: false,
            created_at: at,
        }
    }

    /// What somebody did to an account.
    pub fn of_user(action: Action, actor: PersonRef, actor_role: Role, user: UserId, at: Instant) -> Self {
        Self { user_id: Some(user), ..Self::new(action, actor, actor_role, at) }
    }
}
