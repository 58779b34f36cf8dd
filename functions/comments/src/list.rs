//! `GET /api/tickets/{id}/comments`

use app::comments;
use app::views::Comment;
use axum::Json;
use axum::extract::State;
use http_api::page::COMMENTS;
use http_api::{AnyProblem, ApiState, Paging, Query, ReadPage, Result, SignedIn};

/// Lists a ticket's comments, newest first. A requester gets public ones only, so a page may be short and still have
/// a next one.
#[utoipa::path(
    get,
    path = "/api/tickets/{id}/comments",
    tag = "comments",
    params(("id" = String, Path, description = "The ticket's id or number"), Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<Comment>), AnyProblem)
)]
pub(crate) async fn list_comments(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(ticket): http_api::Ticket,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<Comment>>> {
    let (after, limit) = paging.read(COMMENTS)?;
    let page = comments::list(&api.store, &caller, &ticket, after.as_ref(), limit).await?;
    Ok(Json(ReadPage::new(COMMENTS, page)))
}
