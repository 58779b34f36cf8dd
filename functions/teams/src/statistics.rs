//! `GET /api/teams/{id}/stats`

use app::statistics;
use app::views::TeamStatistics;
use axum::Json;
use axum::extract::State;
use domain::TeamId;
use http_api::{AnyProblem, ApiError, ApiState, Id, Query, Result, SignedIn};
use serde::Deserialize;
use utoipa::IntoParams;

/// Over which time.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// How many days up to today, in UTC; 30 unless told.
    #[param(minimum = 1, maximum = 90)]
    days: Option<u16>,
}

/// Tells how a team's work stands, and what happened lately.
#[utoipa::path(
    get,
    path = "/api/teams/{id}/stats",
    tag = "teams",
    params(("id" = TeamId, Path, description = "The team's id"), Parameters),
    security(("bearer" = [])),
    responses((status = 200, description = "The figures", body = TeamStatistics), AnyProblem)
)]
pub(crate) async fn read_team_statistics(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<TeamId>,
    Query(parameters): Query<Parameters>,
) -> Result<Json<TeamStatistics>> {
    let days = parameters.days.unwrap_or(30);
    if !(1..=90).contains(&days) {
        return Err(ApiError::malformed("days", "must be 1 to 90"));
    }
    Ok(Json(statistics::of_team(&api.store, &caller, id, days).await?))
}
