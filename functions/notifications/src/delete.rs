//! `DELETE /api/notifications/{id}`

use app::AppError;
use axum::extract::State;
use axum::http::StatusCode;
use domain::NotificationId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Removes one of the caller's notifications. One that is gone is no error.
#[utoipa::path(
    delete,
    path = "/api/notifications/{id}",
    tag = "notifications",
    params(("id" = NotificationId, Path, description = "The notification's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is gone"), AnyProblem)
)]
pub(crate) async fn delete_notification(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<NotificationId>,
) -> Result<StatusCode> {
    let principal = caller.check_alone(&api.store).await?;
    api.store.delete_notification(principal.user_id, id).await.map_err(AppError::from)?;
    Ok(StatusCode::NO_CONTENT)
}
