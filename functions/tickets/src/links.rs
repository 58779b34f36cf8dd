//! `POST /api/tickets/{id}/links` and `DELETE /api/tickets/{id}/links/{itemId}`, and the same of tasks

use app::views::WorkItem;
use app::work_items::{self, ItemRef};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::{LinkKind, WorkItemId, WorkItemType};
use garde::Validate;
use http_api::{AnyProblem, ApiError, ApiState, Body, LastId, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// A new link.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewLink)]
pub(crate) struct Input {
    /// How this item stands to the other.
    #[garde(skip)]
    kind: LinkKind,
    /// The other's id or number: `T-0042`, `TASK-0042`.
    #[garde(length(min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60)]
    item: String,
}

/// Links a ticket to another ticket or task; the other gets the reverse link.
#[utoipa::path(
    post,
    path = "/api/tickets/{id}/links",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn link_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let other = read_other(&input.item)?;
    let item = work_items::link(&api.store, &caller, &item, input.kind, &other).await?;
    Ok((etag(item.summary.version), Json(item)))
}

/// Links a task to another ticket or task; the other gets the reverse link.
#[utoipa::path(
    post,
    path = "/api/tasks/{id}/links",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The task as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn link_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let other = read_other(&input.item)?;
    let item = work_items::link(&api.store, &caller, &item, input.kind, &other).await?;
    Ok((etag(item.summary.version), Json(item)))
}

/// Removes the links between a ticket and another ticket or task, at both ends. Where there is none, nothing happens; what
/// tells of a merge, a split or a follow-up stays.
#[utoipa::path(
    delete,
    path = "/api/tickets/{id}/links/{itemId}",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number"), ("itemId" = WorkItemId, Path, description = "The other's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn unlink_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    LastId(other): LastId<WorkItemId>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let item = work_items::unlink(&api.store, &caller, &item, other).await?;
    Ok((etag(item.summary.version), Json(item)))
}

/// Removes the links between a task and another ticket or task, at both ends. Where there is none, nothing happens; what
/// tells of a merge, a split or a follow-up stays.
#[utoipa::path(
    delete,
    path = "/api/tasks/{id}/links/{itemId}",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number"), ("itemId" = WorkItemId, Path, description = "The other's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "The task as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn unlink_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    LastId(other): LastId<WorkItemId>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let item = work_items::unlink(&api.store, &caller, &item, other).await?;
    Ok((etag(item.summary.version), Json(item)))
}

/// A number tells whether it is a ticket or a task; an id is the same for both.
fn read_other(text: &str) -> Result<ItemRef> {
    [WorkItemType::Ticket, WorkItemType::Task]
        .into_iter()
        .find_map(|item_type| ItemRef::parse(item_type, text).ok())
        .ok_or_else(|| {
            ApiError::invalid("item", "must be the id (`wi_…`) or number (`T-0042`, `TASK-0042`) of an item")
        })
}
