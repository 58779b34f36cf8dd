//! `POST /api/tickets/{id}/restore`, and the same of tasks

use app::views::WorkItem;
use app::work_items;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use http_api::{AnyProblem, ApiState, Result, SignedIn, etag};

/// Restores a ticket that was deleted less than thirty days ago. One that was not is no error.
#[utoipa::path(
    post,
    path = "/api/tickets/{id}/restore",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number")),
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn restore_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let item = work_items::restore(&api.store, &caller, &item).await?;
    Ok((etag(item.summary.version), Json(item)))
}

/// Restores a task that was deleted less than thirty days ago. One that was not is no error.
#[utoipa::path(
    post,
    path = "/api/tasks/{id}/restore",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number")),
    security(("bearer" = [])),
    responses((status = 200, description = "The task as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn restore_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let item = work_items::restore(&api.store, &caller, &item).await?;
    Ok((etag(item.summary.version), Json(item)))
}
