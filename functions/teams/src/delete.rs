//! `DELETE /api/teams/{id}`

use app::catalogue;
use axum::extract::State;
use axum::http::StatusCode;
use domain::TeamId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Deletes a team that nobody is in, that has no open work and no categories.
#[utoipa::path(
    delete,
    path = "/api/teams/{id}",
    tag = "teams",
    params(("id" = TeamId, Path, description = "The team's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is deleted"), AnyProblem)
)]
pub(crate) async fn delete_team(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<TeamId>,
) -> Result<StatusCode> {
    catalogue::delete_team(&api.store, &caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
