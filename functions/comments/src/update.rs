//! `PATCH /api/comments/{id}`

use app::comments;
use app::views::Comment;
use axum::Json;
use axum::extract::State;
use domain::CommentId;
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Id, Result, SignedIn};
use serde::Deserialize;
use utoipa::ToSchema;

/// What it says from now on.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CommentPatch)]
pub(crate) struct Input {
    /// HTML; what the editor does not make is dropped, and something must be left.
    #[garde(custom(http_api::rules::rich))]
    #[schema(min_length = 1, max_length = 65536)]
    content: String,
}

/// Changes what a comment says: its author, for fifteen minutes where that is a requester; a manager of the team; an
/// admin. What it said stays in the activity.
#[utoipa::path(
    patch,
    path = "/api/comments/{id}",
    tag = "comments",
    params(("id" = CommentId, Path, description = "The comment's id")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The comment as it is now", body = Comment), AnyProblem)
)]
pub(crate) async fn update_comment(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<CommentId>,
    Body(input): Body<Input>,
) -> Result<Json<Comment>> {
    Ok(Json(comments::edit(&api.store, &caller, id, &input.content).await?))
}
