//! `GET /api/uploads/{key}`

use app::uploads;
use app::views::Upload;
use axum::extract::State;
use axum::{Extension, Json};
use domain::AttachmentId;
use files::Files;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Reads an upload of one's own: how far it is, fresh addresses for the parts that have not arrived, and its content once
/// it was looked at.
#[utoipa::path(
    get,
    path = "/api/uploads/{key}",
    tag = "uploads",
    params(("key" = AttachmentId, Path, description = "The upload's key")),
    security(("bearer" = [])),
    responses((status = 200, description = "The upload", body = Upload), AnyProblem)
)]
pub(crate) async fn read_upload(
    State(api): State<ApiState>,
    Extension(files): Extension<Files>,
    SignedIn(caller): SignedIn,
    Id(key): Id<AttachmentId>,
) -> Result<Json<Upload>> {
    Ok(Json(uploads::read(&api.store, &files, &caller, key).await?))
}
