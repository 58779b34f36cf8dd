//! `PATCH /api/notifications/read-all`

use app::AppError;
use axum::extract::State;
use axum::http::StatusCode;
use http_api::{AnyProblem, ApiState, Result, SignedIn};

/// Marks the caller's newest 100 notifications as read.
#[utoipa::path(
    patch,
    path = "/api/notifications/read-all",
    tag = "notifications",
    security(("bearer" = [])),
    responses((status = 204, description = "Done"), AnyProblem)
)]
pub(crate) async fn mark_all_notifications_read(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
) -> Result<StatusCode> {
    let principal = caller.check_alone(&api.store).await?;
    api.store.read_all_notifications(principal.user_id).await.map_err(AppError::from)?;
    Ok(StatusCode::NO_CONTENT)
}
