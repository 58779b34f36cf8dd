//! `GET /api/teams/{id}/activity`

use app::feeds;
use app::views::FeedEntry;
use axum::Json;
use axum::extract::State;
use domain::TeamId;
use http_api::{AnyProblem, ApiState, FeedParameters, Id, Query, ReadPage, Result, SignedIn};

const LIST: &str = "team-activity";

/// Lists what was done to a team's work, newest first, to staff who may know of it. A page may be short and still have
/// a next one.
#[utoipa::path(
    get,
    path = "/api/teams/{id}/activity",
    tag = "teams",
    params(("id" = TeamId, Path, description = "The team's id"), FeedParameters),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<FeedEntry>), AnyProblem)
)]
pub(crate) async fn list_team_activity(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<TeamId>,
    Query(parameters): Query<FeedParameters>,
) -> Result<Json<ReadPage<FeedEntry>>> {
    let page = parameters.read(LIST)?;
    let entries = feeds::of_team(&api.store, &caller, id, &page).await?;
    Ok(Json(ReadPage::new(LIST, entries)))
}
