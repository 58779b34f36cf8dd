//! `GET /api/teams/{id}`

use app::AppError;
use app::views::Team;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::TeamId;
use domain::policy::Operation;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn, etag};

/// Reads one team.
#[utoipa::path(
    get,
    path = "/api/teams/{id}",
    tag = "teams",
    params(("id" = TeamId, Path, description = "The team's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "The team; the version is the `ETag`", body = Team), AnyProblem)
)]
pub(crate) async fn read_team(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<TeamId>,
) -> Result<(HeaderMap, Json<Team>)> {
    let (principal, team) = caller.check_with(&api.store, api.store.team(id)).await?;
    principal.may_in_general(Operation::ReadCatalogue).map_err(AppError::from)?;
    let team = team.ok_or(AppError::NotFound("team"))?;
    Ok((etag(team.version), Json(team.into())))
}
