//! How a team's work goes.

use domain::{Priority, Status, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a team's work stands, and what happened lately. The figures follow a change within a second or so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TeamStatistics {
    /// The first day that is counted, in UTC.
    #[schema(format = Date)]
    pub since: String,
    /// Of tickets.
    pub tickets: WorkFigures,
    /// Of tasks.
    pub tasks: WorkFigures,
    /// Each day, in UTC, on which something happened; the oldest first.
    pub days: Vec<DayFigures>,
}

/// Figures of tickets or of tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WorkFigures {
    /// Open, in progress or on hold now.
    pub active: u64,
    /// The active ones by status.
    pub by_status: Vec<StatusCount>,
    /// The active ones by priority, the most urgent first.
    pub by_priority: Vec<PriorityCount>,
    /// The active ones that nobody works on.
    pub unassigned: u64,
    /// The active ones by who works on them, the most first.
    pub by_assignee: Vec<AssigneeLoad>,
    /// Raised since the first day.
    pub created: u64,
    /// Resolved, closed or cancelled since the first day.
    pub completed: u64,
    /// Taken up again since the first day.
    pub reopened: u64,
    /// From raising to completing, the mean of those completed since the first day, in minutes; null for none.
    pub mean_completion_minutes: Option<u64>,
}

/// How many are in a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StatusCount {
    /// The status.
    pub status: Status,
    /// How many.
    pub count: u64,
}

/// How many have a priority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PriorityCount {
    /// The priority.
    pub priority: Priority,
    /// How many.
    pub count: u64,
}

/// How much somebody works on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AssigneeLoad {
    /// Who.
    pub assignee_id: UserId,
    /// How many.
    pub count: u64,
}

/// What happened on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DayFigures {
    /// The day, in UTC.
    #[schema(format = Date)]
    pub date: String,
    /// Tickets raised.
    pub tickets_created: u64,
    /// Tickets resolved, closed or cancelled.
    pub tickets_completed: u64,
    /// Tasks made.
    pub tasks_created: u64,
    /// Tasks resolved, closed or cancelled.
    pub tasks_completed: u64,
}
