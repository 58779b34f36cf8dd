//! `DELETE /api/tickets/{id}`, and the same of tasks

use app::work_items;
use axum::extract::State;
use axum::http::StatusCode;
use http_api::{AnyProblem, ApiState, Result, SignedIn};

/// Deletes a ticket: it is in no list but the admins' of what was deleted, from which it can be restored for thirty days.
#[utoipa::path(
    delete,
    path = "/api/tickets/{id}",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is deleted"), AnyProblem)
)]
pub(crate) async fn delete_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
) -> Result<StatusCode> {
    work_items::delete(&api.store, &caller, &item).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Deletes a task: it is in no list but the admins' of what was deleted, from which it can be restored for thirty days.
#[utoipa::path(
    delete,
    path = "/api/tasks/{id}",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is deleted"), AnyProblem)
)]
pub(crate) async fn delete_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
) -> Result<StatusCode> {
    work_items::delete(&api.store, &caller, &item).await?;
    Ok(StatusCode::NO_CONTENT)
}
