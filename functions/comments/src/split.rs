//! `POST /api/comments/{id}/split`

use app::views::WorkItem;
use app::work_items;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use domain::CommentId;
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Id, Repeat, Result, SignedIn, etag};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The new ticket.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = SplitComment)]
pub(crate) struct Input {
    /// One line.
    #[garde(custom(http_api::rules::line::<1, 200>))]
    #[schema(min_length = 1, max_length = 200)]
    title: String,
}

/// Gives a public comment a ticket of its own, raised in the name of who wrote it and linked to the one where it stays.
#[utoipa::path(
    post,
    path = "/api/comments/{id}/split",
    tag = "comments",
    params(
        ("id" = CommentId, Path, description = "The comment's id"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gets the first answer", pattern = "^[A-Za-z0-9_-]{1,64}$")
    ),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The new ticket; its version is the `ETag`", body = WorkItem), AnyProblem)
)]
pub(crate) async fn split_comment(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<CommentId>,
    repeat: Repeat,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<WorkItem>)> {
    let repeatable = repeat.of("split_comment", &(id, &input))?;
    let ticket = work_items::split(&api.store, &caller, id, &input.title, repeatable.as_ref()).await?;
    Ok((StatusCode::CREATED, etag(ticket.summary.version), Json(ticket)))
}
