//! `POST` and `DELETE /api/tickets/{id}/mute`, and the same of tasks

use app::work_items;
use axum::extract::State;
use axum::http::StatusCode;
use http_api::{AnyProblem, ApiState, Result, SignedIn};

/// Lets the caller hear no more of a ticket, but for being mentioned in it and for getting it. Doing so twice is no error.
#[utoipa::path(
    post,
    path = "/api/tickets/{id}/mute",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number")),
    security(("bearer" = [])),
    responses((status = 204, description = "Done"), AnyProblem)
)]
pub(crate) async fn mute_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
) -> Result<StatusCode> {
    work_items::mute(&api.store, &caller, &item).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets the caller hear no more of a task, but for being mentioned in it and for getting it. Doing so twice is no error.
#[utoipa::path(
    post,
    path = "/api/tasks/{id}/mute",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number")),
    security(("bearer" = [])),
    responses((status = 204, description = "Done"), AnyProblem)
)]
pub(crate) async fn mute_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
) -> Result<StatusCode> {
    work_items::mute(&api.store, &caller, &item).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets the caller hear of a ticket again. One that is not muted is no error.
#[utoipa::path(
    delete,
    path = "/api/tickets/{id}/mute",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number")),
    security(("bearer" = [])),
    responses((status = 204, description = "Done"), AnyProblem)
)]
pub(crate) async fn unmute_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
) -> Result<StatusCode> {
    work_items::unmute(&api.store, &caller, &item).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets the caller hear of a task again. One that is not muted is no error.
#[utoipa::path(
    delete,
    path = "/api/tasks/{id}/mute",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number")),
    security(("bearer" = [])),
    responses((status = 204, description = "Done"), AnyProblem)
)]
pub(crate) async fn unmute_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
) -> Result<StatusCode> {
    work_items::unmute(&api.store, &caller, &item).await?;
    Ok(StatusCode::NO_CONTENT)
}
