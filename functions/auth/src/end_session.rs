//! `DELETE /api/auth/sessions/{id}`

use app::AppError;
use axum::extract::State;
use axum::http::StatusCode;
use domain::SessionId;
use domain::policy::Operation;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Ends one of the caller's sign-ins, with effect on its next request. One that has ended is no error.
#[utoipa::path(
    delete,
    path = "/api/auth/sessions/{id}",
    tag = "auth",
    params(("id" = SessionId, Path, description = "The sign-in's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "It has ended"), AnyProblem)
)]
pub(crate) async fn end_session(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<SessionId>,
) -> Result<StatusCode> {
    let principal = caller.check_alone(&api.store).await?;
    principal.may_in_general(Operation::SecureOwnAccount).map_err(AppError::from)?;
    api.store.end_session(principal.user_id, id).await.map_err(AppError::from)?;
    Ok(StatusCode::NO_CONTENT)
}
