//! `GET /api/teams/{id}`

use app::AppError;
use app::views::Team;
use axum::Json;
use axum::extract::State;
use domain::TeamId;
use domain::policy::Operation;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Reads one team.
#[utoipa::path(
    get,
    path = "/api/teams/{id}",
    tag = "teams",
    params(("id" = TeamId, Path, description = "The team's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "The team", body = Team), AnyProblem)
)]
pub(crate) async fn read_team(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<TeamId>,
) -> Result<Json<Team>> {
    let (principal, team) = caller.check_with(&api.store, api.store.team(id)).await?;
    principal.may_in_general(Operation::ReadCatalogue).map_err(AppError::from)?;
    Ok(Json(team.ok_or(AppError::NotFound("team"))?.into()))
}
