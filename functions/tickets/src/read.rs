//! `GET /api/tickets/{id}`, and the same of tasks

use app::views::{Comment, WorkItem};
use app::work_items;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use http_api::{AnyProblem, ApiState, ReadPage, Result, SignedIn, etag};
use serde::Serialize;
use utoipa::ToSchema;

/// How many comments come with an item.
const COMMENTS: usize = 50;

/// A ticket with its newest comments.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TicketDetails {
    /// The ticket.
    ticket: WorkItem,
    /// The newest comments, oldest first; `nextCursor` leads to older ones, by the list of comments.
    comments: ReadPage<Comment>,
    /// Whether the reader hears no more of it.
    is_muted: bool,
}

/// A task with its newest comments.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskDetails {
    /// The task.
    task: WorkItem,
    /// The newest comments, oldest first; `nextCursor` leads to older ones, by the list of comments.
    comments: ReadPage<Comment>,
    /// Whether the reader hears no more of it.
    is_muted: bool,
}

/// Reads a ticket and its newest 50 comments.
#[utoipa::path(
    get,
    path = "/api/tickets/{id}",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number")),
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket; its version is the `ETag`", body = TicketDetails), AnyProblem)
)]
pub(crate) async fn read_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
) -> Result<(HeaderMap, Json<TicketDetails>)> {
    let details = work_items::read(&api.store, &caller, &item, COMMENTS).await?;
    let headers = etag(details.item.summary.version);
    let comments = ReadPage::new(http_api::page::COMMENTS, details.comments);
    Ok((headers, Json(TicketDetails { ticket: details.item, comments, is_muted: details.is_muted })))
}

/// Reads a task and its newest 50 comments.
#[utoipa::path(
    get,
    path = "/api/tasks/{id}",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number")),
    security(("bearer" = [])),
    responses((status = 200, description = "The task; its version is the `ETag`", body = TaskDetails), AnyProblem)
)]
pub(crate) async fn read_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
) -> Result<(HeaderMap, Json<TaskDetails>)> {
    let details = work_items::read(&api.store, &caller, &item, COMMENTS).await?;
    let headers = etag(details.item.summary.version);
    let comments = ReadPage::new(http_api::page::COMMENTS, details.comments);
    Ok((headers, Json(TaskDetails { task: details.item, comments, is_muted: details.is_muted })))
}
