//! `PATCH /api/notifications/{id}/read`

use app::AppError;
use axum::extract::State;
use axum::http::StatusCode;
use domain::NotificationId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Marks one of the caller's notifications as read.
#[utoipa::path(
    patch,
    path = "/api/notifications/{id}/read",
    tag = "notifications",
    params(("id" = NotificationId, Path, description = "The notification's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "Done"), AnyProblem)
)]
pub(crate) async fn mark_notification_read(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<NotificationId>,
) -> Result<StatusCode> {
    let principal = caller.check_alone(&api.store).await?;
    let found = api.store.read_notification(principal.user_id, id).await.map_err(AppError::from)?;
    if found { Ok(StatusCode::NO_CONTENT) } else { Err(AppError::NotFound("notification").into()) }
}
