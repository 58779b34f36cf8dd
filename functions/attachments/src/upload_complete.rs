//! `POST /api/uploads/{key}/complete`

use app::uploads;
use app::views::Upload;
use axum::extract::State;
use axum::{Extension, Json};
use domain::AttachmentId;
use files::Files;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Puts the parts of an upload together, once all have arrived. Doing so twice is no error.
#[utoipa::path(
    post,
    path = "/api/uploads/{key}/complete",
    tag = "uploads",
    params(("key" = AttachmentId, Path, description = "The upload's key")),
    security(("bearer" = [])),
    responses((status = 200, description = "The upload, which is looked at next", body = Upload), AnyProblem)
)]
pub(crate) async fn complete_upload(
    State(api): State<ApiState>,
    Extension(files): Extension<Files>,
    SignedIn(caller): SignedIn,
    Id(key): Id<AttachmentId>,
) -> Result<Json<Upload>> {
    Ok(Json(uploads::complete(&api.store, &files, &caller, key).await?))
}
