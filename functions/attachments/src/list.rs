//! `GET /api/tickets/{id}/attachments`, and the same of tasks

use app::attachments;
use app::views::Attachment;
use axum::extract::State;
use axum::{Extension, Json};
use files::Files;
use http_api::{AnyProblem, ApiState, ReadPage, Result, SignedIn};

/// Lists the files on a ticket, newest first, with addresses that hold for fifteen minutes. There are fifty at most, so one
/// page has all. Who does not handle it gets public ones only.
#[utoipa::path(
    get,
    path = "/api/tickets/{id}/attachments",
    tag = "attachments",
    params(("id" = String, Path, description = "The ticket's id or number")),
    security(("bearer" = [])),
    responses((status = 200, description = "All of them", body = ReadPage<Attachment>), AnyProblem)
)]
pub(crate) async fn list_ticket_attachments(
    State(api): State<ApiState>,
    Extension(files): Extension<Files>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
) -> Result<Json<ReadPage<Attachment>>> {
    let items = attachments::list(&api.store, &files, &caller, &item).await?;
    Ok(Json(ReadPage { items, next_cursor: None }))
}

/// Lists the files on a task, newest first, with addresses that hold for fifteen minutes. There are fifty at most, so one
/// page has all. Who does not handle it gets public ones only.
#[utoipa::path(
    get,
    path = "/api/tasks/{id}/attachments",
    tag = "attachments",
    params(("id" = String, Path, description = "The task's id or number")),
    security(("bearer" = [])),
    responses((status = 200, description = "All of them", body = ReadPage<Attachment>), AnyProblem)
)]
pub(crate) async fn list_task_attachments(
    State(api): State<ApiState>,
    Extension(files): Extension<Files>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
) -> Result<Json<ReadPage<Attachment>>> {
    let items = attachments::list(&api.store, &files, &caller, &item).await?;
    Ok(Json(ReadPage { items, next_cursor: None }))
}
