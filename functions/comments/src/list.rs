//! `GET /api/tickets/{id}/comments`, and the same of tasks

use app::comments;
use app::views::Comment;
use axum::Json;
use axum::extract::State;
use http_api::page::COMMENTS;
use http_api::{AnyProblem, ApiState, Paging, Query, ReadPage, Result, SignedIn};

/// Lists the comments on a ticket, newest first. Who does not handle it gets public ones only.
#[utoipa::path(
    get,
    path = "/api/tickets/{id}/comments",
    tag = "comments",
    params(("id" = String, Path, description = "The ticket's id or number"), Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<Comment>), AnyProblem)
)]
pub(crate) async fn list_ticket_comments(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<Comment>>> {
    let (after, limit) = paging.read(COMMENTS)?;
    let page = comments::list(&api.store, &caller, &item, after.as_ref(), limit).await?;
    Ok(Json(ReadPage::new(COMMENTS, page)))
}

/// Lists the comments on a task, newest first. Who does not handle it gets public ones only.
#[utoipa::path(
    get,
    path = "/api/tasks/{id}/comments",
    tag = "comments",
    params(("id" = String, Path, description = "The task's id or number"), Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<Comment>), AnyProblem)
)]
pub(crate) async fn list_task_comments(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<Comment>>> {
    let (after, limit) = paging.read(COMMENTS)?;
    let page = comments::list(&api.store, &caller, &item, after.as_ref(), limit).await?;
    Ok(Json(ReadPage::new(COMMENTS, page)))
}
