//! `POST /api/users/{id}/invite`

use app::accounts;
use axum::extract::State;
use axum::http::StatusCode;
use domain::UserId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Invites somebody once more, who has not chosen a password yet.
#[utoipa::path(
    post,
    path = "/api/users/{id}/invite",
    tag = "users",
    params(("id" = UserId, Path, description = "The person's id")),
    security(("bearer" = [])),
    responses((status = 202, description = "The invitation is on its way"), AnyProblem)
)]
pub(crate) async fn invite_user(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<UserId>,
) -> Result<StatusCode> {
    accounts::invite(&api.store, &caller, id).await?;
    Ok(StatusCode::ACCEPTED)
}
