//! `GET /api/users/{id}`

use app::AppError;
use app::views::User;
use axum::Json;
use axum::extract::State;
use domain::UserId;
use domain::policy::Operation;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Reads one person: staff anybody, others themselves.
#[utoipa::path(
    get,
    path = "/api/users/{id}",
    tag = "users",
    params(("id" = UserId, Path, description = "The person's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "The person", body = User), AnyProblem)
)]
pub(crate) async fn read_user(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<UserId>,
) -> Result<Json<User>> {
    let (principal, user) = caller.check_with(&api.store, api.store.user(id)).await?;
    if principal.user_id != id {
        principal.may_in_general(Operation::ListUsers).map_err(AppError::from)?;
    }
    Ok(Json(user.ok_or(AppError::NotFound("person"))?.into()))
}
