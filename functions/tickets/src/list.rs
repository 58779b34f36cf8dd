//! `GET /api/tickets`, and the same of tasks

use app::views::WorkItemSummary;
use app::work_items::{self, ItemFilter, ItemQuery, View};
use axum::Json;
use axum::extract::State;
use domain::work_item::tag;
use domain::{CategoryId, Instant, Priority, Status, TeamId, UserId, WorkItemType};
use http_api::page::read_paging;
use http_api::{AnyProblem, ApiError, ApiState, Query, ReadPage, Result, SignedIn};
use serde::Deserialize;
use store::StatusFilter;
use utoipa::{IntoParams, ToSchema};

const TICKETS: &str = "tickets";
const TASKS: &str = "tasks";

/// One status, or a run of them.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum StatusChoice {
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

impl From<StatusChoice> for StatusFilter {
    fn from(choice: StatusChoice) -> Self {
        match choice {
            StatusChoice::Active => Self::Active,
            StatusChoice::Done => Self::Done,
            StatusChoice::Open => Self::Only(Status::Open),
            StatusChoice::InProgress => Self::Only(Status::InProgress),
            StatusChoice::OnHold => Self::Only(Status::OnHold),
            StatusChoice::Resolved => Self::Only(Status::Resolved),
            StatusChoice::Closed => Self::Only(Status::Closed),
            StatusChoice::Cancelled => Self::Only(Status::Cancelled),
        }
    }
}

/// What to list.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// Whose; `mine` unless told.
    #[param(inline)]
    view: Option<View>,
    /// In which statuses; all unless told.
    #[param(inline)]
    status: Option<StatusChoice>,
    /// Only this person's work; it takes the place of `view`, unless `teamId` does.
    assignee_id: Option<UserId>,
    /// Only this team's queue; it takes the place of `view`.
    team_id: Option<TeamId>,
    /// Only this priority.
    #[param(inline)]
    priority: Option<Priority>,
    /// Only this category.
    category_id: Option<CategoryId>,
    /// Only what this person raised.
    creator_id: Option<UserId>,
    /// Only what nobody works on.
    #[serde(default)]
    #[param(default = false)]
    unassigned: bool,
    /// Only what has this tag.
    #[param(max_length = 40)]
    tag: Option<String>,
    /// Only what is due before this moment.
    due_before: Option<Instant>,
    /// Only what was raised at or after this moment.
    created_after: Option<Instant>,
    /// Only what was raised before this moment.
    created_before: Option<Instant>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many entries, 25 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<usize>,
}

impl Parameters {
    fn into_query(self, item_type: WorkItemType, list: &str) -> Result<ItemQuery> {
        let (after, limit) = read_paging(self.cursor.as_deref(), self.limit, list)?;
        Ok(ItemQuery {
            item_type,
            view: self.view.unwrap_or_default(),
            status: self.status.map_or(StatusFilter::Any, StatusFilter::from),
            filter: ItemFilter {
                team_id: self.team_id,
                assignee_id: self.assignee_id,
                priority: self.priority,
                category_id: self.category_id,
                creator_id: self.creator_id,
                is_unassigned: self.unassigned,
                tag: self.tag.as_deref().map(read_tag).transpose()?,
                due_before: self.due_before,
                created_after: self.created_after,
                created_before: self.created_before,
            },
            after,
            limit,
        })
    }
}

fn read_tag(text: &str) -> Result<String> {
    tag(text).ok_or_else(|| ApiError::malformed("tag", "must be 1 to 40 letters, digits and `-_.:+`"))
}

/// Lists tickets along the flow of status, in each status the newest first. Where a filter leaves much out, a page may be
/// short, or empty, and still have a next one.
#[utoipa::path(
    get,
    path = "/api/tickets",
    tag = "tickets",
    params(Parameters),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<WorkItemSummary>), AnyProblem)
)]
pub(crate) async fn list_tickets(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(parameters): Query<Parameters>,
) -> Result<Json<ReadPage<WorkItemSummary>>> {
    let query = parameters.into_query(WorkItemType::Ticket, TICKETS)?;
    let page = work_items::list(&api.store, &caller, &query).await?;
    Ok(Json(ReadPage::new(TICKETS, page)))
}

/// Lists tasks along the flow of status, in each status the newest first. Where a filter leaves much out, a page may be
/// short, or empty, and still have a next one.
#[utoipa::path(
    get,
    path = "/api/tasks",
    tag = "tasks",
    params(Parameters),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<WorkItemSummary>), AnyProblem)
)]
pub(crate) async fn list_tasks(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(parameters): Query<Parameters>,
) -> Result<Json<ReadPage<WorkItemSummary>>> {
    let query = parameters.into_query(WorkItemType::Task, TASKS)?;
    let page = work_items::list(&api.store, &caller, &query).await?;
    Ok(Json(ReadPage::new(TASKS, page)))
}
