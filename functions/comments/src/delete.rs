//! `DELETE /api/comments/{id}`

use app::comments;
use axum::extract::State;
use axum::http::StatusCode;
use domain::CommentId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Removes a comment: whoever may change it. What it said stays in the activity.
#[utoipa::path(
    delete,
    path = "/api/comments/{id}",
    tag = "comments",
    params(("id" = CommentId, Path, description = "The comment's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is gone"), AnyProblem)
)]
pub(crate) async fn delete_comment(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<CommentId>,
) -> Result<StatusCode> {
    comments::delete(&api.store, &caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
