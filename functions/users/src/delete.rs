//! `DELETE /api/users/{id}`

use app::accounts;
use axum::extract::State;
use axum::http::StatusCode;
use domain::UserId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Deletes an account: it signs in nowhere from its next request on, is in no list, and its e-mail is free. What the
/// person did stays, under the name that it was done by.
#[utoipa::path(
    delete,
    path = "/api/users/{id}",
    tag = "users",
    params(("id" = UserId, Path, description = "The person's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is deleted"), AnyProblem)
)]
pub(crate) async fn delete_user(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<UserId>,
) -> Result<StatusCode> {
    accounts::delete(&api.store, &caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
