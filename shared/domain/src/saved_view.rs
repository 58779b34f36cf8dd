//! Lists of work that somebody kept under a name.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use crate::{
    CategoryId, Instant, PersonRef, Priority, Sharing, Status, TeamId, UserId, ViewId, WorkItemType,
};

/// The most views on one shelf: of a person, of a team, or of everyone.
pub const MOST_VIEWS: usize = 50;

/// Whose work a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Whose {
    /// Assigned to the reader; for a requester, raised by the reader.
    #[default]
    Mine,
    /// In the queues of the reader's teams.
    Team,
    /// In the queues of the reader's teams, assigned to the reader or raised by the reader; for an admin everything.
    All,
    /// Raised by the reader.
    Created,
    /// Followed by the reader, the newest first; `status` sifts.
    Watching,
    /// Deleted less than thirty days ago, which only an admin sees; `status` does not count.
    Deleted,
}

/// One status, or a run of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StatusChoice {
    /// There is still work to do: open, in progress, on hold.
    Active,
    /// There is none: resolved, closed, cancelled.
    Done,
    /// Open.
    Open,
    /// In progress.
    InProgress,
    /// On hold.
    OnHold,
    /// Resolved.
    Resolved,
    /// Closed.
    Closed,
    /// Cancelled.
    Cancelled,
}

impl StatusChoice {
    /// The one status that it names, where it names one.
    pub const fn only(self) -> Option<Status> {
        match self {
            Self::Active | Self::Done => None,
            Self::Open => Some(Status::Open),
            Self::InProgress => Some(Status::InProgress),
            Self::OnHold => Some(Status::OnHold),
            Self::Resolved => Some(Status::Resolved),
            Self::Closed => Some(Status::Closed),
            Self::Cancelled => Some(Status::Cancelled),
        }
    }
}

/// Until when something is due, counted from the day on which the view is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Due {
    /// Before now.
    Overdue,
    /// Before the end of the day.
    Today,
    /// Before the end of the seventh day after it.
    Week,
}

/// By what a list is put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// When it was raised; the newest first unless told.
    Created,
    /// When it last changed; the latest first unless told.
    Updated,
    /// When it is due; the soonest first unless told, and last what is never due.
    Due,
    /// How urgent it is; the most urgent first unless told.
    Priority,
}

impl Sort {
    /// The order that people expect who do not choose one.
    pub const fn usual_order(self) -> SortOrder {
        match self {
            Sort::Created | Sort::Updated | Sort::Priority => SortOrder::Desc,
            Sort::Due => SortOrder::Asc,
        }
    }

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Sort::Created => "created",
            Sort::Updated => "updated",
            Sort::Due => "due",
            Sort::Priority => "priority",
        }
    }
}

/// Which end of an order comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum SortOrder {
    /// The earliest, or the least urgent.
    Asc,
    /// The latest, or the most urgent.
    Desc,
}

impl SortOrder {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            SortOrder::Asc => "asc",
            SortOrder::Desc => "desc",
        }
    }
}

/// The most values of one field of a filter.
pub const MOST_VALUES: usize = 20;

/// Views of before there could be several have one value.
fn one_or_more<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "must be a list of such values")]
    enum OneOrMore<T> {
        More(Vec<T>),
        One(Option<T>),
    }
    Ok(match OneOrMore::deserialize(deserializer)? {
        OneOrMore::More(values) => values,
        OneOrMore::One(value) => value.into_iter().collect(),
    })
}

/// What a view shows. Everything that is given must hold; days are those of whoever reads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ViewFilter {
    /// Whose.
    #[serde(default)]
    pub whose: Whose,
    /// In which statuses; absent for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<StatusChoice>,
    /// Only these priorities; absent for any.
    #[serde(default, deserialize_with = "one_or_more", skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 20)]
    pub priority: Vec<Priority>,
    /// Only these categories; absent for any.
    #[serde(default, deserialize_with = "one_or_more", skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 20)]
    pub category_id: Vec<CategoryId>,
    /// Only this team's queue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team_id: Option<TeamId>,
    /// Only this person's work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee_id: Option<UserId>,
    /// Only what nobody works on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unassigned: bool,
    /// Only what has this tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 40)]
    pub tag: Option<String>,
    /// Only what is due by then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// Only what is due by the end of this day; with `due`, both hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub due_by: Option<Date>,
    /// Only what was raised on this day or after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub created_from: Option<Date>,
    /// Only what was raised on this day or before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub created_to: Option<Date>,
    /// By what it is put in order; absent for the flow of status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
    /// Which end of that order comes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<SortOrder>,
}

/// A list of work that somebody kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Which view it is.
    pub id: ViewId,
    /// What it is called.
    pub name: String,
    /// Tickets or tasks.
    pub item_type: WorkItemType,
    /// What it shows.
    pub filter: ViewFilter,
    /// The columns of its table, in their order; none where each reader's own choice holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// Who has it.
    pub sharing: Sharing,
    /// Who made it.
    pub owner: PersonRef,
    /// Goes up with each change.
    pub version: u64,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}
