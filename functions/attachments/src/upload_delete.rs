//! `DELETE /api/uploads/{key}`

use app::uploads;
use axum::extract::State;
use axum::http::StatusCode;
use domain::AttachmentId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Gives up an upload of one's own that belongs to nothing yet.
#[utoipa::path(
    delete,
    path = "/api/uploads/{key}",
    tag = "uploads",
    params(("key" = AttachmentId, Path, description = "The upload's key")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is gone"), AnyProblem)
)]
pub(crate) async fn delete_upload(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(key): Id<AttachmentId>,
) -> Result<StatusCode> {
    uploads::delete(&api.store, &caller, key).await?;
    Ok(StatusCode::NO_CONTENT)
}
