//! `GET /api/tickets/{id}/activity`, and the same of tasks

use app::views::Activity;
use app::work_items;
use axum::Json;
use axum::extract::State;
use http_api::{AnyProblem, ApiState, Paging, Query, ReadPage, Result, SignedIn};

const LIST: &str = "item-activity";

/// Lists what happened to a ticket, newest first.
#[utoipa::path(
    get,
    path = "/api/tickets/{id}/activity",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number"), Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<Activity>), AnyProblem)
)]
pub(crate) async fn list_ticket_activity(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<Activity>>> {
    let (after, limit) = paging.read(LIST)?;
    let page = work_items::activity(&api.store, &caller, &item, after.as_ref(), limit).await?;
    Ok(Json(ReadPage::new(LIST, page)))
}

/// Lists what happened to a task, newest first.
#[utoipa::path(
    get,
    path = "/api/tasks/{id}/activity",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number"), Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<Activity>), AnyProblem)
)]
pub(crate) async fn list_task_activity(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<Activity>>> {
    let (after, limit) = paging.read(LIST)?;
    let page = work_items::activity(&api.store, &caller, &item, after.as_ref(), limit).await?;
    Ok(Json(ReadPage::new(LIST, page)))
}
