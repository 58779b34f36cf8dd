//! `POST /api/uploads`

use app::uploads::{self, NewFile};
use app::views::Upload;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::{Extension, Json};
use domain::Purpose;
use files::Files;
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn};
use serde::Deserialize;
use utoipa::ToSchema;

/// A new upload.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewUpload)]
pub(crate) struct Input {
    /// Its name; of a path the last part is kept.
    #[garde(custom(crate::any_name))]
    #[schema(min_length = 1, max_length = 255, example = "report.pdf")]
    file_name: String,
    /// How many bytes it has: exactly so many are taken.
    #[garde(skip)]
    #[schema(minimum = 1, maximum = 10485760)]
    file_size: u64,
    /// What it is; its content is compared with it.
    #[garde(length(max = 200))]
    #[schema(max_length = 200, example = "application/pdf")]
    mime_type: String,
    /// What it is for.
    #[garde(skip)]
    purpose: Purpose,
}

/// Begins an upload that belongs to nothing yet: a ticket or a comment that is being written claims it, or a person's
/// picture. One that nobody claims within a day is removed.
#[utoipa::path(
    post,
    path = "/api/uploads",
    tag = "uploads",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The upload, and how its content is sent; `Location` is set", body = Upload), AnyProblem)
)]
pub(crate) async fn create_upload(
    State(api): State<ApiState>,
    Extension(files): Extension<Files>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<Upload>)> {
    let new = NewFile {
        file_name: input.file_name,
        file_size: input.file_size,
        mime_type: input.mime_type,
        purpose: input.purpose,
    };
    let upload = uploads::begin(&api.store, &files, &caller, &new).await?;
    Ok((StatusCode::CREATED, location(&upload), Json(upload)))
}

/// Where the upload is read.
pub(crate) fn location(upload: &Upload) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Ok(value) = HeaderValue::from_str(&format!("/api/uploads/{}", upload.key)) {
        headers.insert(header::LOCATION, value);
    }
    headers
}
