//! `GET /api/users/{id}`

use app::AppError;
use app::views::User;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::UserId;
use domain::policy::Operation;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn, etag};

/// Reads one person: staff anybody, others themselves.
#[utoipa::path(
    get,
    path = "/api/users/{id}",
    tag = "users",
    params(("id" = UserId, Path, description = "The person's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "The person; the version is the `ETag`", body = User), AnyProblem)
)]
pub(crate) async fn read_user(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<UserId>,
) -> Result<(HeaderMap, Json<User>)> {
    let (principal, user) = caller.check_with(&api.store, api.store.user(id)).await?;
    if principal.user_id != id {
        principal.may_in_general(Operation::ListUsers).map_err(AppError::from)?;
    }
    let user = user.filter(|user| user.deleted_at.is_none()).ok_or(AppError::NotFound("person"))?;
    Ok((etag(user.version), Json(user.into())))
}
