//! `GET /api/teams/{id}/activity`

use app::feeds;
use app::views::FeedEntry;
use axum::Json;
use axum::extract::State;
use domain::TeamId;
use http_api::{AnyProblem, ApiState, Id, Paging, Query, ReadPage, Result, SignedIn};

const LIST: &str = "team-activity";

/// Lists what was done to a team's work, newest first, to those who handle it. A page may be short and still have a next
/// one.
#[utoipa::path(
    get,
    path = "/api/teams/{id}/activity",
    tag = "teams",
    params(("id" = TeamId, Path, description = "The team's id"), Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<FeedEntry>), AnyProblem)
)]
pub(crate) async fn list_team_activity(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<TeamId>,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<FeedEntry>>> {
    let (after, limit) = paging.read(LIST)?;
    let page = feeds::of_team(&api.store, &caller, id, after.as_ref(), limit).await?;
    Ok(Json(ReadPage::new(LIST, page)))
}
