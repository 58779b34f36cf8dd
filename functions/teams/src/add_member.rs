//! `PUT /api/teams/{id}/members/{userId}`

use app::catalogue;
use axum::extract::State;
use axum::http::StatusCode;
use domain::{TeamId, UserId};
use http_api::{AnyProblem, ApiState, Id, LastId, Result, SignedIn};

/// Takes somebody into a team, with effect on the person's next request. One who is in it already is no error.
#[utoipa::path(
    put,
    path = "/api/teams/{id}/members/{userId}",
    tag = "teams",
    params(
        ("id" = TeamId, Path, description = "The team's id"),
        ("userId" = UserId, Path, description = "The person's id")
    ),
    security(("bearer" = [])),
    responses((status = 204, description = "The person is in the team"), AnyProblem)
)]
pub(crate) async fn add_team_member(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(team): Id<TeamId>,
    LastId(person): LastId<UserId>,
) -> Result<StatusCode> {
    catalogue::add_member(&api.store, &caller, team, person).await?;
    Ok(StatusCode::NO_CONTENT)
}
