//! `DELETE /api/users/{id}/two-factor`

use app::accounts;
use axum::extract::State;
use axum::http::StatusCode;
use domain::UserId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Takes the second factor off the account of somebody who has lost it.
#[utoipa::path(
    delete,
    path = "/api/users/{id}/two-factor",
    tag = "users",
    params(("id" = UserId, Path, description = "The person's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "Signing in takes the password alone"), AnyProblem)
)]
pub(crate) async fn reset_user_two_factor(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<UserId>,
) -> Result<StatusCode> {
    accounts::reset_second_factor(&api.store, &caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
