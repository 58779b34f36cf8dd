//! `GET /api/comments/{id}`

use app::comments;
use app::views::Comment;
use axum::Json;
use axum::extract::State;
use domain::CommentId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Reads one comment.
#[utoipa::path(
    get,
    path = "/api/comments/{id}",
    tag = "comments",
    params(("id" = CommentId, Path, description = "The comment's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "The comment", body = Comment), AnyProblem)
)]
pub(crate) async fn read_comment(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<CommentId>,
) -> Result<Json<Comment>> {
    Ok(Json(comments::read(&api.store, &caller, id).await?))
}
