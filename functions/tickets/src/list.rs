//! `GET /api/tickets`

use app::tickets::{self, TicketQuery, View};
use app::views::TicketSummary;
use axum::Json;
use axum::extract::State;
use domain::{Status, TeamId, UserId};
use http_api::page::read_paging;
use http_api::{AnyProblem, ApiState, Query, ReadPage, Result, SignedIn};
use serde::Deserialize;
use store::StatusFilter;
use utoipa::{IntoParams, ToSchema};

const LIST: &str = "tickets";

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
    /// Whose tickets; `mine` unless told.
    #[param(inline)]
    view: Option<View>,
    /// In which statuses; all unless told.
    #[param(inline)]
    status: Option<StatusChoice>,
    /// Only this person's work; it takes the place of `view`.
    assignee_id: Option<UserId>,
    /// Only this team's queue; it takes the place of `view`.
    team_id: Option<TeamId>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many entries, 25 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<usize>,
}

/// Lists tickets along the flow of status, in each status the newest first.
#[utoipa::path(
    get,
    path = "/api/tickets",
    tag = "tickets",
    params(Parameters),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<TicketSummary>), AnyProblem)
)]
pub(crate) async fn list_tickets(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(parameters): Query<Parameters>,
) -> Result<Json<ReadPage<TicketSummary>>> {
    let (after, limit) = read_paging(parameters.cursor.as_deref(), parameters.limit, LIST)?;
    let query = TicketQuery {
        view: parameters.view.unwrap_or_default(),
        status: parameters.status.map_or(StatusFilter::Any, StatusFilter::from),
        assignee_id: parameters.assignee_id,
        team_id: parameters.team_id,
        after,
        limit,
    };
    let page = tickets::list(&api.store, &caller, &query).await?;
    Ok(Json(ReadPage::new(LIST, page)))
}
